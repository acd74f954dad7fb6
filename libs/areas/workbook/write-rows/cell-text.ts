import { type SheetName, template } from '../sheets/template.js';

/** What a row has in a column. */
export function valueOf(row: object, column: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[column];
}

/** A value as a person would type it; what a blank cell would mean is left blank. */
export function cellText(sheet: SheetName, column: string, value: unknown): string {
  const { required, blank } = template[sheet].columns[column as never] as { required: boolean; blank: unknown };
  return !required && value === blank ? '' : valueText(column, value);
}

/** A value as a person would type it. */
export function valueText(column: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one: string | { readonly kind: string }) => (typeof one === 'string' ? one : one.kind)).join('; ');
  if (column === 'value_gbp') return String((value as number) / 100);
  return String(value as string | number);
}
