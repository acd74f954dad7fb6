import { stringify } from 'csv-stringify/sync';
import { cellText, type RowsByHand, type SheetName, template, valueOf } from '#areas/workbook/index.js';

/** A sheet's rows as a person would have typed them: columns that all leave blank are left out, unless they must be there. */
export function csvText(sheet: SheetName, rows: NonNullable<RowsByHand[SheetName]>): string {
  const columns = columnsOf(sheet, rows);
  return stringify([columns, ...rows.map((row) => columns.map((column) => cellText(sheet, column, valueOf(row, column))))]);
}

/** The columns that some row fills, and those that must be there, in the order of the template. */
function columnsOf(sheet: SheetName, rows: readonly object[]): readonly string[] {
  return Object.entries(template[sheet].columns).flatMap(([column, { required }]) => (required || rows.some((row) => cellText(sheet, column, valueOf(row, column)) !== '') ? [column] : []));
}
