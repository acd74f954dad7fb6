import { z } from 'zod';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import { factors, measureTerms, noFactors } from '#domain/measures/measure.js';
import { measureDefined, type MeasureSetState } from '#domain/measures/measure-set.js';
import { checkMeasure } from '../check-measure.js';

/** Bring a measure into the authority's set. */
export const defineMeasure = measureTerms.extend({
  unitValue: field.unitValue.nullable().default(null).describe('Pounds per unit; 1 for money; null: not valued, and money is none.'),
  valueSource: field.label().default('').describe('Where the unit value comes from.'),
  factors: factors.default(noFactors).describe('What is taken off for what would have happened anyway, and the like.'),
  tags: z.array(field.name(60)).max(50).default([]).describe('Free labels; a lens whose lines may overlap.'),
});
export type DefineMeasure = z.output<typeof defineMeasure>;

export function decideDefineMeasure(state: MeasureSetState, terms: DefineMeasure, { today }: { readonly today: string }): NewEvent[] {
  if (held(state.measures, terms.measure)) {
    refuse('measure', terms.measure, 'must not be another measure’s in this authority', 'Choose another reference, or vary or correct that measure.', 'conflict');
  }
  checkMeasure(terms);
  return [{ type: measureDefined.type, businessDate: today, payload: { terms } }];
}
