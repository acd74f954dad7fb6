import type { Factors } from '#domain/measures/measure.js';
import type { ComparedRow } from './compared-row.js';
import { changedFields } from './changed-fields.js';

const COLUMNS = {
  deadweight: 'deadweight_percent',
  displacement: 'displacement_percent',
  leakage: 'leakage_percent',
  causedByOthers: 'caused_by_others_percent',
} as const;

/** The columns of the four factors, for fields of commands. */
export const factorFields: Readonly<Record<string, string>> = { ...COLUMNS, factors: COLUMNS.deadweight };

/** The factors with those that a row changed; undefined where it changed none. */
export function changedFactors(row: Pick<ComparedRow, 'changed'>, stated: Factors, standing: Factors): Factors | undefined {
  const changed = changedFields(row, stated, COLUMNS);
  return Object.keys(changed).length === 0 ? undefined : { ...standing, ...changed };
}
