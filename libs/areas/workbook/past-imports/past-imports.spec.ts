import { Database } from '#engine/database/database.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { MemoryPastImports } from './memory-past-imports.js';
import type { PastImports } from './past-imports.js';
import { PostgresPastImports } from './postgres-past-imports.js';

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

const answer: ImportAnswer = {
  status: 'accepted in part',
  position: 7,
  counts: { rows: 3, added: 1, changed: 0, unchanged: 0, held: 1, refused: 1, absent: 0, events: 7 },
  held: [{ sheet: 'contracts', reference: 'C01', rows: 2 }],
  absent: [],
  warnings: [],
  problems: [{ sheet: 'contracts', row: 2, column: 'title', value: '王 🏗️', rule: 'must', fix: 'Do.', cells: ['B2'] }],
};
const memory = new MemoryPastImports();

describe.each([
  ['in memory', (): PastImports => memory],
  ['in PostgreSQL', (): PastImports => new PostgresPastImports(database)],
])('The past imports, %s', (_name, make) => {
  let authority: string;
  let count = 0;
  beforeEach(() => {
    authority = `authority-${count++}`;
  });
  const asked = (id: string, askedAt = '2026-05-20T10:00:00.000Z') => ({ id, request: 'a'.repeat(64), actor: 'person-1', askedAt });

  it('are noted once, and known from then on', async () => {
    expect(await make().ask(authority, asked('one'))).toBeUndefined();
    const under = { ...asked('one'), endedAt: null, answer: null, failure: null };
    expect(await make().ask(authority, { ...asked('one'), request: 'b'.repeat(64) })).toEqual(under);
    expect(await make().find(authority, 'one')).toEqual(under);
    expect(await make().find(authority, 'two')).toBeUndefined();
    expect(await make().find(`${authority}-other`, 'one')).toBeUndefined();
  });

  it('keep their answer, and the first one only', async () => {
    await make().ask(authority, asked('one'));
    await make().end(authority, 'one', '2026-05-20T10:00:05.000Z', { answer });
    await make().end(authority, 'one', '2026-05-20T10:00:09.000Z', { failure: 'too late' });
    expect(await make().find(authority, 'one')).toEqual({ ...asked('one'), endedAt: '2026-05-20T10:00:05.000Z', answer, failure: null });
  });

  it('keep why they broke off', async () => {
    await make().ask(authority, asked('one'));
    await make().end(authority, 'one', '2026-05-20T10:00:05.000Z', { failure: 'The disk is full.' });
    expect(await make().find(authority, 'one')).toMatchObject({ answer: null, failure: 'The disk is full.' });
  });

  it('say how several stand, without the rows of their answers', async () => {
    for (const id of ['one', 'two', 'three']) await make().ask(authority, asked(id));
    await make().end(authority, 'one', '2026-05-20T10:00:05.000Z', { answer });
    await make().end(authority, 'two', '2026-05-20T10:00:06.000Z', { failure: 'The disk is full.' });
    expect(await make().standings(authority, ['three', 'two', 'one', 'nothing'])).toEqual(
      new Map([
        ['one', { id: 'one', endedAt: '2026-05-20T10:00:05.000Z', failure: null, answer: { status: answer.status, counts: answer.counts } }],
        ['two', { id: 'two', endedAt: '2026-05-20T10:00:06.000Z', failure: 'The disk is full.', answer: null }],
        ['three', { id: 'three', endedAt: null, failure: null, answer: null }],
      ]),
    );
    expect(await make().standings(authority, [])).toEqual(new Map());
  });

  it('are listed the latest first, page by page', async () => {
    const moments = ['2026-05-20T10:00:00.000Z', '2026-05-20T10:00:01.000Z', '2026-05-20T10:00:01.000Z', '2026-05-20T10:00:02.000Z'];
    for (const [index, moment] of moments.entries()) await make().ask(authority, asked(`id-${index}`, moment));
    const first = await make().list(authority, 2);
    expect(first.map(({ id }) => id)).toEqual(['id-3', 'id-2']);
    expect((await make().list(authority, 5, first.at(-1))).map(({ id }) => id)).toEqual(['id-1', 'id-0']);
  });
});
