import type { ComparedRow } from './compared-row.js';

/**
 * Of the terms that a row states, those whose columns changed since it was last imported. What was not changed in the
 * workbook stays as it stands, whoever changed it since.
 * @param columns the column of each field, where it is not the field's own name
 */
export function changedFields<Terms extends object>({ changed }: Pick<ComparedRow, 'changed'>, stated: Terms, columns: { readonly [Field in keyof Terms]?: string }): Partial<Terms> {
  const fields = Object.entries(stated).filter(([field]) => changed.includes(columns[field as keyof Terms] ?? field));
  return Object.fromEntries(fields) as Partial<Terms>;
}
