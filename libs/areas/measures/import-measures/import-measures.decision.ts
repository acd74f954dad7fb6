import { z } from 'zod';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import { sameTerms } from '#domain/kernel/restated.js';
import type { MeasureSetState } from '#domain/measures/measure-set.js';
import { decideDefineMeasure, defineMeasure } from '../define-measure/define-measure.decision.js';
import { decideMeasureChange } from '../vary-or-correct-measure/vary-or-correct-measure.decision.js';

/**
 * Bring a pack of measures into the authority's set: the rows of a file in the form of the workbook's sheet `measures`.
 * What stands already stays; what differs becomes a variation or a correction, and needs to be told which, and why.
 */
export const importMeasures = z.strictObject({
  measures: z.array(defineMeasure).min(1, 'must not be empty').max(5_000),
  change: z.strictObject({ because: z.enum(['variation', 'entry error']), reason: field.reason }).nullable().default(null),
});
export type ImportMeasures = z.output<typeof importMeasures>;

/** What a pack comes to: facts, and the references of measures by what happens to them. */
export interface MeasuresImport {
  readonly events: readonly NewEvent[];
  readonly defined: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** @throws {Refusal} with the faults of every row, each field named by its row: `measures[3].unitValue` */
export function decideImportMeasures(state: MeasureSetState, { measures, change }: ImportMeasures, around: { readonly today: string }): MeasuresImport {
  const events: NewEvent[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  const [defined, changed, unchanged]: [string[], string[], string[]] = [[], [], []];
  measures.forEach((terms, row) => {
    const { measure, ...stated } = terms;
    const standing = held(state.measures, measure);
    try {
      const earlier = seen.get(measure);
      seen.set(measure, row);
      if (earlier !== undefined) refuseRow('measure', measure, `must stand once in a file, and measures[${earlier}] has it too`, 'Remove one of the two.');
      if (!standing) {
        events.push(...decideDefineMeasure(state, terms, around));
        defined.push(measure);
      } else if (sameTerms(standing, terms)) {
        unchanged.push(measure);
      } else if (change) {
        events.push(...decideMeasureChange(state, { ...stated, measure, ...change }, around));
        changed.push(measure);
      } else {
        refuseRow('measure', measure, 'differs from the measure that stands', 'Give a reason, and whether the measure changed or was typed wrong.');
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, field: `measures[${row}].${fault.field}` })));
    }
  });
  const [first, ...rest] = faults;
  if (first) throw new Refusal([first, ...rest]);
  return { events, defined, changed, unchanged };
}

function refuseRow(fieldName: string, value: string, rule: string, fix: string): never {
  throw new Refusal([{ field: fieldName, value, rule, fix }]);
}
