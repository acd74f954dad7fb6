import { decideAgreeTarget, decideCommitmentChange, unusualTargets } from '#areas/commitments/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { TargetRow } from '../../sheets/targets.js';
import { commitmentOrRefuse } from './commitment-or-refuse.js';
import { changeOrRefuse } from './given-change.js';
import { refusePounds } from './pounds.js';
import type { SheetPlan } from './sheet-plan.js';

/** A new row is a further target; a changed one varies or corrects the commitment. */
export const targetsPlan: SheetPlan<TargetRow> = {
  names: { commitment: 'commitment' },
  columns: {},
  decide(compared, on) {
    const { row, before } = compared;
    const { commitment: reference, ...target } = row.values;
    const { state, commitment } = commitmentOrRefuse(reference, on);
    const { measure } = commitment.terms;
    refusePounds(row, measure, ['quantity']);
    for (const { fault } of unusualTargets(state, measure, [target], Object.values(commitment.targets), () => '')) on.warn(row, fault);
    const at = { stream: contractStream(state.terms!.reference), evolution: contractEvolution };
    const { today } = on.around;
    if (!before) return { ...at, events: decideAgreeTarget(state, { commitment: reference, ...target, reason: null }, { today, unusualFigures: 'pass' }) };
    const { kind: because, reason } = changeOrRefuse(compared, on.given);
    const { measures } = on.draft.state<MeasureSetState>(OWN_MEASURES_STREAM);
    const command = { commitment: reference, targets: [target], because, reason };
    return { ...at, events: decideCommitmentChange(state, command, { today, measures }) };
  },
};
