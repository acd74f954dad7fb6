import { stringify } from 'csv-stringify/sync';
import { type RowsByHand, type SheetName, template } from '#areas/workbook/index.js';

/** A sheet's rows as a person would have typed them: columns that all leave blank are left out, unless they must be there. */
export function csvText(sheet: SheetName, rows: NonNullable<RowsByHand[SheetName]>): string {
  const columns = columnsOf(sheet, rows);
  return stringify([columns, ...rows.map((row) => columns.map((column) => cellText(sheet, column, valueOf(row, column))))]);
}

/** The columns that some row fills, and those that must be there, in the order of the template. */
export function columnsOf(sheet: SheetName, rows: readonly object[]): readonly string[] {
  return Object.entries(template[sheet].columns).flatMap(([column, { required }]) => (required || rows.some((row) => cellText(sheet, column, valueOf(row, column)) !== '') ? [column] : []));
}

export function valueOf(row: object, column: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[column];
}

/** A value as text; what a blank cell would mean is left blank. */
export function cellText(sheet: SheetName, column: string, value: unknown): string {
  const { required, blank } = template[sheet].columns[column as never] as { required: boolean; blank: unknown };
  if (value === null || value === undefined || (!required && value === blank)) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one: string | { readonly kind: string }) => (typeof one === 'string' ? one : one.kind)).join('; ');
  if (column === 'value_gbp') return String((value as number) / 100);
  return String(value as string | number);
}
