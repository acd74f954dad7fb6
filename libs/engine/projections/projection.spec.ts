import { toy } from '../../../test/support/toy-projection.js';
import { defineProjection, jsonCodec, projectionSchema, type Rows, type TableRow } from './projection.js';
import { RowChanges } from './row-changes.js';
import { addTable, insertTable, upsertTable } from './table.js';

const ddl = 'create table …';

describe('what a projection may be called', () => {
  const named = (name: string, table = 'rows'): unknown =>
    defineProjection({ name, version: 1, tables: { [table]: insertTable({ key: ['a'], columns: { a: 'text' }, ddl }) } });

  it('is what names a schema and its tables', () => {
    expect(() => named('totals')).not.toThrow();
    expect(() => named('Totals')).toThrow('“Totals” cannot name a schema or table.');
    expect(() => named('totals"; drop')).toThrow('cannot name');
    expect(() => named('totals', 'checkpoint')).toThrow('The engine keeps a table checkpoint of its own');
    expect(projectionSchema('totals', 2)).toBe('totals_v2');
  });

  it('leaves the authority to the engine', () => {
    const rows = insertTable({ key: ['authority'], columns: { authority: 'text' }, ddl });
    expect(() => defineProjection({ name: 'totals', version: 1, tables: { rows } })).toThrow('adds the authority');
  });
});

describe('rows of one flush', () => {
  it('are merged by key', () => {
    const changes = new RowChanges(toy.tables);
    const { totals, present } = changes.rows;
    totals.add({ counter: 'a', amount: 1, events: 1, last: '2026-01-01' });
    totals.add({ counter: 'a', amount: 2n, events: 1, last: '2026-01-02' });
    totals.add({ counter: 'b', amount: -3n, events: 0, last: '2026-01-02' });
    present.put({ counter: 'a', count: 1, worth: 1 });
    present.remove({ counter: 'a' });
    present.remove({ counter: 'b' });
    present.put({ counter: 'b', count: 2, worth: 2 });
    expect(changes.size).toBe(4);
    expect(changes.take().map(({ name, rows, removed }) => ({ name, rows, removed }))).toEqual([
      {
        name: 'totals',
        rows: [
          { counter: 'a', amount: 3n, events: 2, last: '2026-01-02' },
          { counter: 'b', amount: -3n, events: 0, last: '2026-01-02' },
        ],
        removed: [],
      },
      { name: 'present', rows: [{ counter: 'b', count: 2, worth: 2 }], removed: [{ counter: 'a' }] },
    ]);
    expect(changes.take()).toEqual([]);
  });
});

/** What the compiler refuses: checked by `npm run types`, where an error that is no longer one is an error. */
export function typesOfRows(rows: Rows<typeof toy.tables>): void {
  const row: TableRow<typeof toy.tables.journal> = { position: 1n, counter: 'a', amount: 1, note: null };
  rows.journal.insert(row);
  // @ts-expect-error a journal's rows are never replaced
  rows.journal.put(row);
  // @ts-expect-error amount is missing
  rows.journal.insert({ position: 1, counter: 'a', note: null });
  // @ts-expect-error there is no such column
  rows.journal.insert({ ...row, colour: 'red' });
  // @ts-expect-error counter allows no null
  rows.journal.insert({ ...row, counter: null });
  // @ts-expect-error a row is removed by its whole key
  rows.present.remove({});
  // @ts-expect-error there is no such table
  rows.cells.add({});
  // @ts-expect-error a text is no increment
  addTable({ key: ['a'], columns: { a: 'text', b: 'text' }, adds: ['b'], ddl });
  // @ts-expect-error a key is among the columns
  upsertTable({ key: ['c'], columns: { a: 'text' }, ddl });
  // @ts-expect-error varchar is none of the types
  insertTable({ key: ['a'], columns: { a: 'varchar' }, ddl });
  defineProjection({
    name: 'typed',
    version: 1,
    tables: {},
    state: { of: () => true, initial: () => ({ seen: 0 }), ...jsonCodec<{ seen: number }>() },
    // @ts-expect-error what the fold answers is no state
    fold: (state: { seen: number }) => state.seen,
  });
}
