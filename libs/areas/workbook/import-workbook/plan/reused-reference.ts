import type { Fault } from '#domain/kernel/refusal.js';
import type { SheetName } from '../../sheets/template.js';
import { textOf } from '../row.js';
import type { ComparedRow } from './compared-row.js';

/** Columns that, changed together, make it likely that a known reference was used for something else. */
const TELLING: Partial<Readonly<Record<SheetName, readonly (readonly string[])[]>>> = {
  providers: [['name', 'companies_house'], ['name', 'charity_number']],
  contracts: [['title', 'provider']],
  measures: [['kind'], ['unit']],
  commitments: [['measure']],
  break_clauses: [['condition', 'summary']],
};

/**
 * A changed row that looks like another thing under a known reference: a warning, since the import has been told why rows
 * changed, and only people know whether it is still the same thing.
 */
export function reusedReference(sheet: SheetName, { row, identity, changed }: ComparedRow): Fault | undefined {
  const told = TELLING[sheet]?.find((columns) => columns.every((column) => changed.includes(column)));
  if (!told) return undefined;
  const [field = ''] = told;
  const rule = `is not what it was when ${identity} was last imported${told.length > 1 ? `, nor is ${told.slice(1).join(', ')}` : ''}, so that ${identity} may have been used for something else`;
  return { field, value: textOf(row, field), rule, fix: 'If it is something else, put the row back as it was and add one with a reference of its own; if not, nothing needs to be done.' };
}
