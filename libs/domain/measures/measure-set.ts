import { z } from 'zod';
import type { Evolution } from '../kernel/decider.js';
import { defineEvent, erasableText } from '../kernel/event.js';
import { type MeasureTerms, measureTerms } from './measure.js';

const changed = z.strictObject({ terms: measureTerms, reason: erasableText() });

/** A measure came into the authority's set. */
export const measureDefined = defineEvent('MeasureDefined', z.strictObject({ terms: measureTerms }));
/** The measure changed. Commitments keep what was frozen into them when they were made (rule 2). */
export const measureVaried = defineEvent('MeasureVaried', changed);
/** The measure was typed wrong. Commitments keep what was frozen into them until they are corrected themselves. */
export const measureCorrected = defineEvent('MeasureCorrected', changed);

export const measureEvents = [measureDefined, measureVaried, measureCorrected] as const;

/** The authority's own set of measures; packs from elsewhere get streams of their own. */
export const OWN_MEASURES_STREAM = 'measure-set:own';

export interface MeasureSetState {
  readonly version: number;
  readonly measures: Readonly<Record<string, MeasureTerms>>;
}

export const measureSetEvolution: Evolution<MeasureSetState> = {
  initial: { version: 0, measures: {} },
  evolve(state, event) {
    if (!measureEvents.some(({ type }) => type === event.type)) throw new Error(`A measure set holds an event of the unknown type ${event.type}.`);
    const { terms } = event.payload as { terms: MeasureTerms };
    return { version: state.version + 1, measures: { ...state.measures, [terms.measure]: terms } };
  },
};
