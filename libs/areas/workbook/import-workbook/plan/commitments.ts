import { contractEvolution, contractStream, fact } from '#domain/contract/contract.js';
import { commitmentMade, openingBalanceBroughtForward, targetAgreed } from '#domain/contract/events/index.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { CommitmentRow } from '../../sheets/commitments.js';
import { factorsOf } from '../../sheets/factor-columns.js';
import type { OpeningBalanceRow } from '../../sheets/opening-balances.js';
import type { TargetRow } from '../../sheets/targets.js';
import { commitmentOrRefuse } from './commitment-or-refuse.js';
import { contractInDraft } from './contract-in-draft.js';
import type { SheetPlan } from './sheet-plan.js';

export const commitmentsPlan: SheetPlan<CommitmentRow> = {
  makes: 'commitment',
  names: { contract: 'contract', measure: 'measure', provider: 'provider' },
  columns: {},
  decide({ row: { values } }, on) {
    const state = contractInDraft(values.contract, on);
    const measure = held(on.draft.state<MeasureSetState>(OWN_MEASURES_STREAM).measures, values.measure) ?? refuse('measure', values.measure, 'must be a measure', 'x');
    const terms = {
      measure, provider: values.provider, basis: values.basis, bidReference: values.bid_reference, critical: values.critical, evidenceRequired: [...values.evidence_required],
      place: values.place, beneficiaryGroup: values.beneficiary_group, beneficiaryAgency: values.beneficiary_agency, priority: values.priority, tags: [...values.tags], factors: factorsOf(values),
    };
    const stream = contractStream(values.contract);
    return { stream, evolution: contractEvolution, events: [fact(commitmentMade, state.terms!.startsOn, { commitment: values.reference, terms, bidSentence: values.bid_sentence })], references: [{ kind: 'commitment', reference: values.reference, stream }] };
  },
};
export const targetsPlan: SheetPlan<TargetRow> = {
  names: { commitment: 'commitment' },
  columns: {},
  decide({ row: { values } }, on) {
    const { state } = commitmentOrRefuse(values.commitment, on);
    return { stream: contractStream(state.terms!.reference), evolution: contractEvolution, events: [fact(targetAgreed, state.terms!.startsOn, { ...values })] };
  },
};
export const openingBalancesPlan: SheetPlan<OpeningBalanceRow> = {
  names: { commitment: 'commitment', provider: 'provider' },
  columns: {},
  decide({ row: { values } }, on) {
    const { state } = commitmentOrRefuse(values.commitment, on);
    const { attested_by, ...rest } = values;
    return { stream: contractStream(state.terms!.reference), evolution: contractEvolution, events: [fact(openingBalanceBroughtForward, state.terms!.startsOn, { ...rest, attestedBy: attested_by === null ? null : on.people.id(attested_by) })] };
  },
};
