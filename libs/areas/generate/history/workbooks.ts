import { type RowsByHand, template } from '#areas/workbook/index.js';
import type { MadeRow } from './made-row.js';
import type { Portfolio } from './make-portfolio.js';

/** The rows of a group of contracts that come in at one moment, sheet by sheet; undefined: none do. */
export function workbookAt({ rows }: Pick<Portfolio, 'rows'>, moment: number): RowsByHand | undefined {
  const sheets: Partial<Record<MadeRow['sheet'], object[]>> = {};
  let none = true;
  for (const row of rows) {
    if (row.moment !== moment) continue;
    (sheets[row.sheet] ??= []).push(row.values);
    none = false;
  }
  return none ? undefined : (sheets as RowsByHand);
}

/** Everybody whom the rows of a group name. */
export function peopleIn({ rows }: Pick<Portfolio, 'rows'>): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { sheet, values } of rows) {
    for (const [column, { person }] of Object.entries(template[sheet].columns)) {
      const name = person ? (values as unknown as Readonly<Record<string, unknown>>)[column] : null;
      if (typeof name === 'string') people.add(name);
    }
  }
  return people;
}
