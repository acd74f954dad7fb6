import { z } from 'zod';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import { refuseNoChange, restated, sameTerms } from '#domain/kernel/restated.js';
import { measureTerms } from '#domain/measures/measure.js';
import { measureCorrected, type MeasureSetState, measureVaried } from '#domain/measures/measure-set.js';
import { checkMeasure } from '../check-measure.js';

/** What is stated anew of a measure; what is left out stays. */
export const measureChanges = measureTerms.omit({ measure: true }).partial().extend({ reason: field.reason });

/**
 * State a measure anew: it changed (`variation`), or was typed wrong (`entry error`). Commitments keep what was frozen
 * into them when they were made, until they are varied or corrected themselves.
 */
export const varyOrCorrectMeasure = measureChanges.extend({
  measure: field.reference,
  because: z.enum(['variation', 'entry error']),
});
export type VaryOrCorrectMeasure = z.output<typeof varyOrCorrectMeasure>;

export function decideMeasureChange(state: MeasureSetState, command: VaryOrCorrectMeasure, { today }: { readonly today: string }): NewEvent[] {
  const { measure, because, reason, ...changes } = command;
  const terms =
    held(state.measures, measure) ??
    refuse('measure', measure, 'must be a measure of this authority', 'Look the reference up, or define the measure first.', 'not found');
  const changed = restated(terms, changes);
  if (sameTerms(changed, terms)) refuseNoChange('measure', measure);
  checkMeasure(changed);
  const { type } = because === 'variation' ? measureVaried : measureCorrected;
  return [{ type, businessDate: today, payload: { terms: changed, reason } }];
}
