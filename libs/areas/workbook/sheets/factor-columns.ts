import type { Factors } from '#domain/measures/measure.js';
import { optional } from '../cells/column.js';
import { percent } from '../cells/percent.js';

/** The four percentages that make up what is additional; a blank is not 0 (COUNTING.md rule 6). */
export const factorColumns = {
  deadweight_percent: optional(percent),
  displacement_percent: optional(percent),
  leakage_percent: optional(percent),
  caused_by_others_percent: optional(percent),
} as const;

type FactorCells = { readonly [Name in keyof typeof factorColumns]: string | null };

export function factorsOf(row: FactorCells): Factors {
  return {
    deadweight: row.deadweight_percent,
    displacement: row.displacement_percent,
    leakage: row.leakage_percent,
    causedByOthers: row.caused_by_others_percent,
  };
}
