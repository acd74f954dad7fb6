import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import type { MeasureSetState } from '#domain/measures/measure-set.js';

/** The measure that a commitment names, as it stands now: what is frozen into the commitment. */
export function measureOrRefuse({ measures }: Pick<MeasureSetState, 'measures'>, reference: string): MeasureTerms {
  return (
    held(measures, reference) ??
    refuse('measure', reference, 'must be a measure of this authority', 'Define the measure first, or mend the reference.')
  );
}
