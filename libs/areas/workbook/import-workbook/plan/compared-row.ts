import type { ImportedRow } from '../../imported-rows/imported-rows.js';
import { changedColumns, contentOf, identityOf } from '../content.js';
import type { People } from '../people.js';
import type { Problems } from '../problems.js';
import { addAt, type Row } from '../row.js';

/** A row beside what it said when it was last imported. */
export interface ComparedRow<Values extends object = object> {
  readonly row: Row<Values>;
  /** Undefined where a cell that it takes could not be read. */
  readonly identity: string | undefined;
  /** Sound, and the first of its identity in the file. */
  readonly sound: boolean;
  /** What it says now; empty where it is not sound. */
  readonly content: string;
  /** What was imported under its identity before; undefined for a new row. */
  readonly before: ImportedRow | undefined;
  /** The columns that say something else than before; empty for a new row and for one that says the same. */
  readonly changed: readonly string[];
  /** Of a new row: the reference of a row that said just the same and is in the sheet no more. */
  readonly renamed?: string | undefined;
}

/** A row with what it is known by; that it stands twice in the file has been added to the problems. */
export interface IdentifiedRow<Values extends object = object> {
  readonly row: Row<Values>;
  readonly identity: string | undefined;
  readonly sound: boolean;
}

/** What every row of a sheet is known by; the second of two with one identity is refused. */
export function identifyRows(rows: readonly Row[], people: People, problems: Problems): readonly IdentifiedRow[] {
  const first = new Map<string, Row>();
  return rows.map((row) => {
    const identity = identityOf(row, people);
    const earlier = identity === undefined ? undefined : first.get(identity);
    if (identity !== undefined && !earlier) first.set(identity, row);
    if (earlier) {
      const columns = row.sheet.identity;
      const rule = `must not stand twice in the sheet; row ${earlier.number} has the same ${columns.join(', ')}`;
      addAt(problems, row, columns[0]!, rule, 'Take one of the two rows out, or mend what it is known by.');
    }
    return { row, identity, sound: row.sound && !earlier };
  });
}

/** Compares a row with the last one imported under its identity. */
export function compareRow({ row, identity, sound }: IdentifiedRow, last: ReadonlyMap<string, ImportedRow>, people: People): ComparedRow {
  if (!sound || identity === undefined) return { row, identity, sound: false, content: '', before: undefined, changed: [] };
  const before = last.get(identity);
  const content = contentOf(row, people);
  return { row, identity, sound, content, before, changed: before ? changedColumns(row.sheet, before.content, content) : [] };
}
