import { decideAgreeTarget, decideCommitmentChange, unusualTargets } from '#areas/commitments/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { TargetRow } from '../../sheets/targets.js';
import type { ComparedRow } from './compared-row.js';
import { commitmentOrRefuse } from './commitment-or-refuse.js';
import { changeOrRefuse } from './given-change.js';
import { withSigns } from './signs.js';
import type { Planning, SheetPlan } from './sheet-plan.js';

/** A new row is a further target; a changed one varies or corrects the commitment. */
export const targetsPlan: SheetPlan<TargetRow> = {
  names: { commitment: 'commitment' },
  columns: {},
  decide(compared, on) {
    const { row } = compared;
    const { commitment: reference, ...target } = row.values;
    const { state, commitment } = commitmentOrRefuse(reference, on);
    const { measure } = commitment.terms;
    const events = withSigns(row, measure, ['quantity'], () => (compared.before ? changed(compared, state, on) : agreed(row.values, state, on)));
    for (const { fault } of unusualTargets(state, measure, [target], Object.values(commitment.targets), () => '')) on.warn(row, fault);
    return { stream: contractStream(state.terms!.reference), evolution: contractEvolution, events };
  },
};

function agreed(target: TargetRow, state: ContractState, { around: { today } }: Planning): NewEvent[] {
  return decideAgreeTarget(state, { ...target, reason: null }, { today, unusualFigures: 'pass' });
}

function changed(compared: ComparedRow<TargetRow>, state: ContractState, { draft, given, around: { today } }: Planning): NewEvent[] {
  const { because, reason } = changeOrRefuse(compared, given);
  const { commitment, ...target } = compared.row.values;
  const { measures } = draft.state<MeasureSetState>(OWN_MEASURES_STREAM);
  return decideCommitmentChange(state, { commitment, targets: [target], because, reason }, { today, measures });
}
