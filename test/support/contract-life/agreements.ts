import { agreeBreakClause, decideAgreeBreakClause } from '#areas/break-clauses/index.js';
import { agreeImprovementPlan, decideAgreeImprovementPlan } from '#areas/break-clauses/agree-improvement-plan/agree-improvement-plan.decision.js';
import { applyRemedy, decideApplyRemedy } from '#areas/break-clauses/apply-remedy/apply-remedy.decision.js';
import { confirmCondition, decideConfirmCondition } from '#areas/break-clauses/confirm-condition/confirm-condition.decision.js';
import { decideInvokeClause, invokeClause } from '#areas/break-clauses/invoke-clause/invoke-clause.decision.js';
import { decideRecordPutRight, recordPutRight } from '#areas/break-clauses/record-put-right/record-put-right.decision.js';
import { decideServeNotice, serveNotice } from '#areas/break-clauses/serve-notice/serve-notice.decision.js';
import { decideSetConditionAside } from '#areas/break-clauses/set-condition-aside/set-condition-aside.decision.js';
import { decideWaiveBreach, waiveBreach } from '#areas/break-clauses/waive-breach/waive-breach.decision.js';
import { agreeSubstitute, decideAgreeSubstitute } from '#areas/commitments/agree-substitute/agree-substitute.decision.js';
import { carryShortfallForward, decideCarryShortfallForward } from '#areas/commitments/carry-shortfall-forward/carry-shortfall-forward.decision.js';
import { decideCommitmentChange, decideWithdrawCommitment, varyOrCorrectCommitment } from '#areas/commitments/index.js';
import * as contracts from '#areas/contracts/index.js';
import { decideResumeContract } from '#areas/contracts/resume-contract/resume-contract.decision.js';
import { decideSuspendContract } from '#areas/contracts/suspend-contract/suspend-contract.decision.js';
import { decideTerminateContract, terminateContract } from '#areas/contracts/terminate-contract/terminate-contract.decision.js';
import { type BreakCase, isClosed } from '#domain/contract/break-clause.js';
import type { ContractState, ContractTerms } from '#domain/contract/state.js';
import { addDays } from '#domain/kernel/date.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import { listedEnds, MEMBERS } from './beginnings.js';
import { byEnd, commitmentOf, ended, latest, partOf } from './deliveries.js';
import type { ContractLife } from './life.js';
import type { ContractStated, Move } from './moves.js';

const contract = 'C1';
const reason = 'As agreed on the telephone';

/** What is decided about the contract, its commitments and its break clauses; undefined for a move about something else. */
export function agreed(life: ContractLife, move: Move): readonly NewEvent[] | undefined {
  const { state, today } = life;
  const on = 'daysAgo' in move ? addDays(today, -(move.daysAgo ?? 0)) : today;
  switch (move.do) {
    case 'suspend':
      return decideSuspendContract(state, { contract, from: on, reason }, life);
    case 'resume':
      return decideResumeContract(state, { contract, on, reason: null }, life);
    case 'complete':
      return contracts.decideCompleteContract(state, { contract, completedOn: on, reason: null }, life);
    case 'terminate':
      return decideTerminateContract(state, terminateContract.parse({ contract, terminatedOn: on, ground: 'agreement', reason }), life);
    case 'agree schedule': {
      const change = state.schedule ? { because: move.because, reason } : null;
      const since = change?.because === 'variation' && move.inDays !== null ? addDays(today, move.inDays) : null;
      const command = { contract, ...move.schedule, ...listedEnds(move.schedule, state.terms!.endsOn), since, change };
      return contracts.decideReportingSchedule(state, contracts.agreeReportingSchedule.parse(command), life);
    }
    case 'agree members': {
      const members = Object.entries(move.members === 0 ? { P1: '100' } : MEMBERS[move.members]!).map(([provider, share]) => ({ provider, share }));
      const change = state.members.length > 0 ? { because: 'variation', reason } : null;
      return contracts.decideAgreeMembers(state, contracts.agreeMembers.parse({ contract, members, since: move.daysAgo === null ? null : on, change }), { today, isProvider: () => true });
    }
    case 'agree clause': {
      const reference = `B${move.clause}`;
      const change = held(state.breakClauses, reference) ? { because: move.because, reason } : null;
      const agreedOn = move.daysAgo === null ? null : on;
      const command = { reference, condition: move.condition, timeToPutRightWorkingDays: 20, remediable: true, summary: 'As varied.', agreedOn, change };
      return decideAgreeBreakClause(state, contract, agreeBreakClause.parse(command), life);
    }
    case 'confirm':
      return decideConfirmCondition(state, confirmCondition.parse({ ...openCase(state, move.clause, unconfirmed), confirmedBy: 'person-manager' }), life);
    case 'serve notice':
      return decideServeNotice(state, serveNotice.parse({ ...openCase(state, move.clause, unnoticed), form: 'letter', address: 'The office', reason }), life);
    case 'waive':
      return decideWaiveBreach(state, waiveBreach.parse({ ...openCase(state, move.clause), words: 'We let it be.' }), life);
    case 'set condition aside':
      return decideSetConditionAside(state, { ...openCase(state, move.clause), reason }, life);
    case 'agree plan': {
      const steps = [{ step: 'What is lacking is made up for.', by: addDays(today, 14) }];
      return decideAgreeImprovementPlan(state, agreeImprovementPlan.parse({ ...openCase(state, move.clause, confirmed), steps }), life);
    }
    case 'put right':
      return decideRecordPutRight(state, recordPutRight.parse({ ...openCase(state, move.clause, confirmed), how: 'It was seen on the spot.' }), life);
    case 'apply remedy': {
      const { clause, settles } = move;
      return decideApplyRemedy(state, applyRemedy.parse({ ...openCase(state, clause, confirmed), remedy: 'credit', pence: 50_000, settles, words: 'A credit on the next invoice.' }), life);
    }
    case 'invoke': {
      const command = { ...openCase(state, move.clause, served), invokedBy: 'person-director', decisionReference: 'CAB/12', reason };
      return decideInvokeClause(state, invokeClause.parse(command), life);
    }
    case 'change contract': {
      const command = { contract, because: move.because, reason, ...restated(state.terms!, move.terms) };
      return contracts.decideContractChange(state, contracts.varyOrCorrectContract.parse(command), { today, isProvider: () => true });
    }
    default:
      return promised(life, move);
  }
}

function promised({ state, today }: ContractLife, move: Move): readonly NewEvent[] | undefined {
  switch (move.do) {
    case 'carry forward': {
      const { reference, targets } = commitmentOf(state, move.commitment);
      const { from, to, quantity } = latest(ended(Object.values(targets), today), move.target);
      const next = Object.values(targets).sort(byEnd).find((one) => one.from > to);
      const into = move.into === 'next target' && next ? { from: next.from, to: next.to } : { from: addDays(to, 1), to: addDays(to, 45) };
      const command = { commitment: reference, from, to, quantity: partOf(quantity, move.percent), into, reason };
      return decideCarryShortfallForward(state, carryShortfallForward.parse(command), { today });
    }
    case 'substitute': {
      const { reference, targets } = commitmentOf(state, move.commitment);
      const { from, to, quantity } = latest(ended(Object.values(targets), today), move.target);
      const other = commitmentOf(state, move.by);
      const into = Object.values(other.targets).sort(byEnd).find((one) => one.from > to) ?? { from, to };
      const by = { commitment: other.reference, from: into.from, to: into.to, quantity: '2.5' };
      return decideAgreeSubstitute(state, agreeSubstitute.parse({ commitment: reference, from, to, quantity: partOf(quantity, move.percent), by, reason }), { today });
    }
    case 'change target': {
      const { reference, targets } = commitmentOf(state, move.commitment);
      const { from, to } = latest(Object.values(targets).filter((one) => one.from <= today).sort(byEnd), move.target);
      return changed(state, { commitment: reference, targets: [{ from, to, quantity: move.quantity }] }, today);
    }
    case 'change critical': {
      const { reference, terms } = commitmentOf(state, move.commitment);
      return changed(state, { commitment: reference, critical: !terms.critical }, today);
    }
    case 'withdraw commitment':
      return decideWithdrawCommitment(state, { commitment: commitmentOf(state, move.commitment).reference, reason }, { today });
    default:
      return undefined;
  }
}

function changed(state: ContractState, stated: object, today: string): readonly NewEvent[] {
  const command = varyOrCorrectCommitment.parse({ ...stated, because: 'variation', reason });
  return decideCommitmentChange(state, command, { today, measures: {} } as never);
}

function restated({ startsOn, endsOn }: ContractTerms, stated: ContractStated): object {
  if ('endsLater' in stated) return { endsOn: addDays(endsOn, stated.endsLater) };
  if ('startsLater' in stated) return { startsOn: addDays(startsOn, stated.startsLater) };
  return stated;
}

/** The latest case of a clause, among those in which something can be done next, where there are such. */
function openCase({ breakClauses }: ContractState, nth: number, fits: (one: BreakCase) => boolean = () => true): { readonly clause: string; readonly case: number } {
  const last = Object.values(breakClauses).flatMap(({ cases }) => cases.slice(-1));
  const fitting = last.filter((one) => !isClosed(one) && fits(one));
  const { clause, number } = latest(fitting.length > 0 ? fitting : last, nth);
  return { clause, case: number };
}

const unconfirmed = (one: BreakCase): boolean => !one.confirmed;
const confirmed = (one: BreakCase): boolean => one.confirmed !== null;
const unnoticed = (one: BreakCase): boolean => confirmed(one) && !one.notice;
const served = (one: BreakCase): boolean => one.notice !== null;
