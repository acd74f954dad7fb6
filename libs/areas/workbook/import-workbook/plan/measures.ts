import { decideDefineMeasure, decideMeasureChange, measureClaim } from '#areas/measures/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import { restated, sameTerms } from '#domain/kernel/restated.js';
import { type MeasureTerms, noFactors } from '#domain/measures/measure.js';
import { measureSetEvolution, type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import { factorsOf } from '../../sheets/factor-columns.js';
import type { MeasureRow } from '../../sheets/measures.js';
import { changedFactors, factorFields } from './changed-factors.js';
import { changedFields } from './changed-fields.js';
import type { ComparedRow } from './compared-row.js';
import { changeOrRefuse } from './given-change.js';
import type { Planning, SheetPlan } from './sheet-plan.js';

const COLUMNS = { unitValue: 'unit_value_gbp', valueSource: 'value_source' } as const;

export const measuresPlan: SheetPlan<MeasureRow> = {
  makes: 'measure',
  names: {},
  columns: { measure: 'reference', ...COLUMNS, ...factorFields },
  decide(compared, on) {
    const terms = measureTermsOf(compared.row.values);
    const state = on.draft.state<MeasureSetState>(OWN_MEASURES_STREAM);
    const at = { stream: OWN_MEASURES_STREAM, evolution: measureSetEvolution };
    if (compared.before) return { ...at, events: changed(compared, terms, state, on) };
    return { ...at, events: decideDefineMeasure(state, terms, on.around), references: [measureClaim(terms.measure)] };
  },
};

function changed(compared: ComparedRow<MeasureRow>, terms: MeasureTerms, state: MeasureSetState, { given, around }: Planning): NewEvent[] {
  const { because, reason } = changeOrRefuse(compared, given);
  const standing = held(state.measures, terms.measure);
  const factors = changedFactors(compared, terms.factors, standing?.factors ?? noFactors);
  const changes = { ...changedFields(compared, terms, COLUMNS), ...(factors ? { factors } : {}) };
  if (standing && sameTerms(restated(standing, changes), standing)) return [];
  return decideMeasureChange(state, { ...changes, measure: terms.measure, because, reason }, around);
}

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
