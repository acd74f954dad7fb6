import { type AgreeBreakClause, claimOfBreakClause, decideAgreeBreakClause } from '#areas/break-clauses/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { BreakClauseRow } from '../../sheets/break-clauses.js';
import { contractInDraft, refuseMoved } from './contract-in-draft.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

/** A changed row states the clause again, and the contract has it so from then on. */
export const breakClausesPlan: SheetPlan<BreakClauseRow> = {
  makes: 'break clause',
  names: { contract: 'contract' },
  columns: { change: 'reference', timeToPutRightWorkingDays: 'time_to_put_right_working_days' },
  decide(compared, on) {
    const { values } = compared.row;
    refuseMoved(compared, 'contract');
    const state = contractInDraft(values.contract, on);
    const change = compared.before ? changeOrRefuse(compared, on.given) : null;
    const events = decideAgreeBreakClause(state, values.contract, { ...clauseOf(values), change }, on.around);
    return {
      stream: contractStream(values.contract),
      evolution: contractEvolution,
      events,
      references: claimOfBreakClause(state, values.reference),
    };
  },
};

function clauseOf(row: BreakClauseRow): Omit<AgreeBreakClause, 'change'> {
  return {
    reference: row.reference,
    condition: conditionOf(row),
    timeToPutRightWorkingDays: row.time_to_put_right_working_days,
    remediable: row.remediable,
    noticeForm: row.notice_form,
    noticeAddress: row.notice_address,
    deemedServiceWorkingDays: row.deemed_service_working_days,
    whoMayDecide: row.who_may_decide,
    summary: row.summary,
    agreedOn: null,
  };
}

/** The sheet has seen to it that the columns of the condition are filled. */
function conditionOf({ condition, below_percent, consecutive_periods, working_days_late }: BreakClauseRow): AgreeBreakClause['condition'] {
  switch (condition) {
    case 'shortfall':
      return { kind: condition, belowPercent: below_percent!, consecutivePeriods: consecutive_periods! };
    case 'silence':
      return { kind: condition, workingDaysLate: working_days_late! };
    case 'critical commitment missed':
      return { kind: condition };
  }
}
