import { Database } from '#engine/database/database.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { describeImportedRows } from './imported-rows.conformance.js';
import { MemoryImportedRows } from './memory-imported-rows.js';
import { PostgresImportedRows } from './postgres-imported-rows.js';

let one: TestDatabase;
let database: Database;

beforeAll(async () => {
  one = await testDatabase();
  database = await Database.open(one.url, { connections: 2 });
});

afterAll(async () => {
  await database.close();
  await one.drop();
});

const memory = new MemoryImportedRows();
describeImportedRows('in memory', () => memory, (_authority, work) => work(() => Promise.reject(new Error('Memory asks no database.'))));
describeImportedRows(
  'in PostgreSQL',
  () => new PostgresImportedRows(database),
  (authority, work) => database.write([authority], (tx) => work((text, values) => tx.query(text, values))),
);

describe('The table of imported rows', () => {
  it('shows no row of an authority that the transaction does not name', async () => {
    const rows = new PostgresImportedRows(database);
    const row = { sheet: 'contracts', identity: 'C1', content: '{}', standsAs: null };
    await database.write(['fenmarch'], (tx) => rows.alongside('fenmarch', [row])((text, values) => tx.query(text, values)));
    expect(await database.read(['elsewhere'], (tx) => tx.query('select * from workbook.imported_row'))).toEqual([]);
    const stranger = database.write(['elsewhere'], (tx) => rows.alongside('fenmarch', [row])((text, values) => tx.query(text, values)));
    await expect(stranger).rejects.toThrow('row-level security');
  });

  it.each(['update workbook.imported_row set content = identity', 'delete from workbook.imported_row', 'truncate workbook.imported_row'])('lets the application not %s', async (statement) => {
    await expect(database.write(['fenmarch'], (tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });
});
