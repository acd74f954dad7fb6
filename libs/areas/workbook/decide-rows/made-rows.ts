import type { WorkbookRows } from '../import-workbook/read-workbook.js';
import type { Row } from '../import-workbook/row.js';
import type { RowOf, Sheet } from '../sheets/sheet.js';
import { SHEET_NAMES, type SheetName, type Template, template } from '../sheets/template.js';

/** The values of a row of a sheet. */
export type TemplateRow<Name extends SheetName> = RowOf<Template[Name]>;

/** Rows that no file holds, sheet by sheet: values alone. */
export type RowsByHand = { readonly [Name in SheetName]?: readonly TemplateRow<Name>[] };

const blanks = Object.fromEntries(
  SHEET_NAMES.map((name) => [name, Object.fromEntries(Object.entries(template[name].columns).map(([column, { blank }]) => [column, blank]))]),
);

/** A row of a sheet with the columns that are given; the others are blank. */
export function rowOf<Name extends SheetName>(sheet: Name, given: Partial<TemplateRow<Name>>): TemplateRow<Name> {
  return { ...blanks[sheet], ...given } as TemplateRow<Name>;
}

const HEADER = { places: new Map<string, number>(), nameless: new Set<number>(), width: 0 };

/** The rows as if they had been read: sound, and with no text beside their values. */
export function asRead(rows: RowsByHand): WorkbookRows {
  const read = (sheet: Sheet, values: readonly object[]): readonly Row[] => values.map((row, index) => ({ sheet, number: index + 2, values: row, sound: true, texts: [], header: HEADER }));
  return Object.fromEntries(SHEET_NAMES.map((name) => [name, read(template[name], rows[name] ?? [])])) as unknown as WorkbookRows;
}
