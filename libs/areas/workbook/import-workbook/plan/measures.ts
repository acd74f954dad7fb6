import { decideDefineMeasure, decideMeasureChange, measureClaim } from '#areas/measures/index.js';
import { held } from '#domain/kernel/lookup.js';
import { sameTerms } from '#domain/kernel/restated.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { measureSetEvolution, type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import { factorsOf } from '../../sheets/factor-columns.js';
import type { MeasureRow } from '../../sheets/measures.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

export const measuresPlan: SheetPlan<MeasureRow> = {
  makes: 'measure',
  names: {},
  columns: {
    measure: 'reference',
    unitValue: 'unit_value_gbp',
    deadweight: 'deadweight_percent',
    displacement: 'displacement_percent',
    leakage: 'leakage_percent',
    causedByOthers: 'caused_by_others_percent',
  },
  decide(compared, { draft, around, given }) {
    const terms = measureTermsOf(compared.row.values);
    const state = draft.state<MeasureSetState>(OWN_MEASURES_STREAM);
    const at = { stream: OWN_MEASURES_STREAM, evolution: measureSetEvolution };
    if (!compared.before) return { ...at, events: decideDefineMeasure(state, terms, around), references: [measureClaim(terms.measure)] };
    const { kind: because, reason } = changeOrRefuse(compared, given);
    const standing = held(state.measures, terms.measure);
    if (standing && sameTerms(standing, terms)) return { ...at, events: [] };
    return { ...at, events: decideMeasureChange(state, { ...terms, because, reason }, around) };
  },
};

/** The terms that a sound row states. */
export function measureTermsOf(row: MeasureRow): MeasureTerms {
  const { reference: measure, name, theme, outcome, unit, kind, combine, money, tags } = row;
  return {
    ...{ measure, name, theme, outcome, unit, kind, combine, money },
    unitValue: row.unit_value_gbp,
    valueSource: row.value_source,
    factors: factorsOf(row),
    tags: [...tags],
  };
}
