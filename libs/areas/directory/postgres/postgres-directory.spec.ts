import { Database } from '#engine/database/database.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { describeDirectory } from '../directory.conformance.js';
import { PostgresDirectory } from './postgres-directory.js';

let one: TestDatabase;
let database: Database;

beforeAll(async () => {
  one = await testDatabase();
  database = await Database.open(one.url, { connections: 4 });
});

afterAll(async () => {
  await database.close();
  await one.drop();
});

describeDirectory('in PostgreSQL', () => new PostgresDirectory(database));

describe('The table of people', () => {
  it('shows an application no person of an authority that its transaction does not name', async () => {
    await new PostgresDirectory(database).personId('fenmarch', 'ann');
    const seen = (authorities: string[]) => database.read(authorities, (tx) => tx.query('select name from directory.person where name = $1', ['ann']));
    expect(await seen(['fenmarch'])).toHaveLength(1);
    expect(await seen(['elsewhere'])).toEqual([]);
  });

  it.each(['update directory.person set name = $1', 'delete from directory.person where name = $1', 'truncate directory.person'])(
    'lets the application not %s',
    async (statement) => {
      const doing = database.write(['fenmarch'], (tx) => tx.query(statement, statement.includes('$1') ? ['x'] : []));
      await expect(doing).rejects.toThrow('permission denied');
    },
  );
});
