import { z } from 'zod';
import type { change } from '#domain/contract/change.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';

/** The fact changed, or it was typed wrong. */
export const because = z.enum(['variation', 'entry error']).describe('The fact changed, or it was typed wrong.');

/** Why something that stands is stated anew. */
export const changeGiven = z.strictObject({ because, reason: field.reason });
export type ChangeGiven = z.infer<typeof changeGiven>;

/**
 * The change as an event keeps it: nothing where something is stated for the first time, else what was given.
 * @throws {Refusal} when it is missing, or given where there is nothing to change
 */
export function changeOrRefuse(given: ChangeGiven | null, stands: boolean, what: string): { change?: z.infer<typeof change> } {
  if (given === null) {
    if (!stands) return {};
    return refuse('change', null, `must be given, because ${what} already`, 'Say whether the fact changed or was typed wrong, and why.');
  }
  if (!stands) refuse('change', given.because, 'must be left out where something is stated for the first time', 'Leave it out.');
  return { change: { kind: given.because, reason: given.reason } };
}
