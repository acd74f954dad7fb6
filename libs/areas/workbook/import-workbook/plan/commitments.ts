import { commitmentClaim, decideCommitmentChange, decideMakeCommitment, type MakeCommitment } from '#areas/commitments/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import { restated, sameTerms } from '#domain/kernel/restated.js';
import { noFactors } from '#domain/measures/measure.js';
import { type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { CommitmentRow } from '../../sheets/commitments.js';
import { factorsOf } from '../../sheets/factor-columns.js';
import { changedFactors, factorFields } from './changed-factors.js';
import { changedFields } from './changed-fields.js';
import type { ComparedRow } from './compared-row.js';
import { contractInDraft, refuseMoved } from './contract-in-draft.js';
import { changeOrRefuse } from './given-change.js';
import type { Planning, SheetPlan } from './sheet-plan.js';

const COLUMNS = {
  bidSentence: 'bid_sentence',
  bidReference: 'bid_reference',
  evidenceRequired: 'evidence_required',
  beneficiaryGroup: 'beneficiary_group',
  beneficiaryAgency: 'beneficiary_agency',
} as const;

export const commitmentsPlan: SheetPlan<CommitmentRow> = {
  makes: 'commitment',
  names: { contract: 'contract', measure: 'measure', provider: 'provider' },
  columns: { commitment: 'reference', ...COLUMNS, ...factorFields },
  decide(compared, on) {
    const { values } = compared.row;
    refuseMoved(compared, 'contract');
    const state = contractInDraft(values.contract, on);
    const at = { stream: contractStream(values.contract), evolution: contractEvolution };
    if (compared.before) return { ...at, events: changes(compared, state, on) };
    const command = { ...statedIn(values), contract: values.contract, commitment: values.reference, targets: [], reason: null };
    const events = decideMakeCommitment(state, command, surroundings(on));
    return { ...at, events, references: [commitmentClaim(values.contract, values.reference)] };
  },
};

/** The measure is frozen anew only where the row names another one. */
function changes(compared: ComparedRow<CommitmentRow>, state: ContractState, on: Planning): NewEvent[] {
  const { because, reason } = changeOrRefuse(compared, on.given);
  const { reference: commitment } = compared.row.values;
  const standing = held(state.commitments, commitment)?.terms;
  const { measure, bidSentence, ...terms } = changedFields(compared, statedIn(compared.row.values), COLUMNS);
  const factors = changedFactors(compared, factorsOf(compared.row.values), standing?.factors ?? noFactors);
  const changed = { ...terms, ...(factors ? { factors } : {}) };
  const sameMeasure = measure === undefined || measure === standing?.measure.measure;
  if (standing && sameMeasure && bidSentence === undefined && sameTerms(restated(standing, changed), standing)) return [];
  const command = { ...changed, ...(sameMeasure ? {} : { measure }), ...(bidSentence === undefined ? {} : { bidSentence }), targets: [] };
  return decideCommitmentChange(state, { ...command, commitment, because, reason }, surroundings(on));
}

function surroundings({ draft, around }: Planning) {
  const { measures } = draft.state<MeasureSetState>(OWN_MEASURES_STREAM);
  return { today: around.today, measures, unusualFigures: 'pass' as const };
}

function statedIn(row: CommitmentRow): Omit<MakeCommitment, 'contract' | 'commitment' | 'targets' | 'reason'> {
  const { measure, provider, basis, critical, place, priority, tags } = row;
  return {
    ...{ measure, provider, basis, critical, place, priority },
    bidSentence: row.bid_sentence,
    bidReference: row.bid_reference,
    evidenceRequired: [...row.evidence_required],
    beneficiaryGroup: row.beneficiary_group,
    beneficiaryAgency: row.beneficiary_agency,
    tags: [...tags],
    factors: factorsOf(row),
  };
}
