import { type AgreeBreakClause, claimOfBreakClause, decideAgreeBreakClause } from '#areas/break-clauses/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { BreakClauseRow } from '../../sheets/break-clauses.js';
import type { ComparedRow } from './compared-row.js';
import { contractInDraft, refuseMoved } from './contract-in-draft.js';
import { type Change, changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

/** A changed row states the clause again: a variation holds from today, or from the day that was agreed with it. */
export const breakClausesPlan: SheetPlan<BreakClauseRow> = {
  makes: 'break clause',
  names: { contract: 'contract' },
  columns: { change: 'reference', timeToPutRightWorkingDays: 'time_to_put_right_working_days', agreedOn: 'agreed_on' },
  decide(compared, on) {
    const { values } = compared.row;
    refuseMoved(compared, 'contract');
    const state = contractInDraft(values.contract, on);
    const change = compared.before ? changeOrRefuse(compared, on.given) : null;
    const agreedOn = agreedOf(compared, change?.because, state);
    const events = decideAgreeBreakClause(state, values.contract, { ...clauseOf(values), agreedOn, change }, on.around);
    return {
      stream: contractStream(values.contract),
      evolution: contractEvolution,
      events,
      references: claimOfBreakClause(state, values.reference),
    };
  },
};

/** The day that the row says; of a changed row only where that was changed: the day of the clause is not that of its variation. */
function agreedOf({ row, changed }: ComparedRow<BreakClauseRow>, because: Change['because'] | undefined, { terms }: ContractState): IsoDate | null {
  const { agreed_on: agreedOn } = row.values;
  if (because === undefined) return agreedOn;
  if (!changed.includes('agreed_on')) return null;
  // emptied because it was typed wrong: the clause was agreed with the contract
  return agreedOn ?? (because === 'entry error' ? terms!.startsOn : null);
}

function clauseOf(row: BreakClauseRow): Omit<AgreeBreakClause, 'agreedOn' | 'change'> {
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
