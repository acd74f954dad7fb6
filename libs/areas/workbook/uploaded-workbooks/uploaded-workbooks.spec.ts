import { Database } from '#engine/database/database.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { MemoryUploadedWorkbooks } from './memory-uploaded-workbooks.js';
import { PostgresUploadedWorkbooks } from './postgres-uploaded-workbooks.js';
import type { UploadedWorkbooks } from './uploaded-workbooks.js';

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

const memory = new MemoryUploadedWorkbooks();

describe.each([
  ['in memory', (): UploadedWorkbooks => memory],
  ['in PostgreSQL', (): UploadedWorkbooks => new PostgresUploadedWorkbooks(database)],
])('The uploaded workbooks, %s', (_name, make) => {
  let authority: string;
  let count = 0;
  beforeEach(() => {
    authority = `authority-${count++}`;
  });
  const uploaded = (id: string, uploadedAt = '2026-05-20T10:00:00.000Z') => ({ id, actor: 'person-1', uploadedAt, files: ['Verträge “Nord”.xlsx', '王.pdf'] });

  it('are found by their id, each in its authority', async () => {
    await make().note(authority, uploaded('one'));
    expect(await make().find(authority, 'one')).toEqual(uploaded('one'));
    expect(await make().find(authority, 'two')).toBeUndefined();
    expect(await make().find(`${authority}-other`, 'one')).toBeUndefined();
  });

  it('are noted once', async () => {
    await make().note(authority, uploaded('one'));
    await expect(make().note(authority, uploaded('one'))).rejects.toThrow();
  });

  it('are listed the latest first, page by page', async () => {
    const moments = ['2026-05-20T10:00:00.000Z', '2026-05-20T10:00:01.000Z', '2026-05-20T10:00:01.000Z', '2026-05-20T10:00:02.000Z'];
    for (const [index, moment] of moments.entries()) await make().note(authority, uploaded(`id-${index}`, moment));
    const first = await make().list(authority, 2);
    expect(first.map(({ id }) => id)).toEqual(['id-3', 'id-2']);
    expect((await make().list(authority, 5, first.at(-1))).map(({ id }) => id)).toEqual(['id-1', 'id-0']);
  });
});
