import { howReached, warningAbout } from '#areas/obligations/index.js';
import type { Told } from '#areas/registers/index.js';
import { type BreakCase, type BreakClause, caseName } from '#domain/contract/break-clause.js';
import { breachNow } from '#domain/contract/consequences/breach-now.js';
import { canStillBeInvoked, type CaseClock, caseClock, caseState } from '#domain/contract/consequences/case-clock.js';
import { statutoryFollowUps } from '#domain/contract/consequences/statutory-follow-up.js';
import type { JudgedOn } from '#domain/contract/consequences/surroundings.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import { longDate } from '#domain/kernel/date.js';
import type { Reached } from '#domain/kernel/working-days.js';
import { answerOfBreach, answerOfBreachNow, namesFor } from './breach-answer.js';
import { breachInWords } from './breach-in-words.js';
import type { CaseAnswer } from './case-shape.js';
import type { CaseRecord, ContractClauses } from './clause-record.js';
import { answerOfTerms } from './terms-answer.js';

/** A case as it stands on a day, with everything that was recorded of it. */
export function answerOfCase(one: BreakCase, { state, caseRecord }: ContractClauses, judged: JudgedOn, told: Told): CaseAnswer {
  const clock = caseClock(one, workingCalendar(state, judged.bankHolidays));
  const names = namesFor(state, told);
  return {
    number: one.number,
    name: caseName(one),
    metOn: one.metOn,
    terms: answerOfTerms(one.terms),
    breach: answerOfBreach(one.breach, names, told),
    sentence: breachInWords(one.breach, names),
    now: answerOfBreachNow(breachNow(state, one, judged), judged.today),
    state: caseState(state, one, clock, judged.today),
    rights: rightsFrom(one),
    clock: answerOfClock(clock, one, canStillBeInvoked(state, one, clock, judged.today)),
    ...answerOfSteps(caseRecord(one), told),
    statutoryFollowUp: [...statutoryFollowUps(state, one, clock, judged.today)],
  };
}

/** How the cases of a clause stand on a day. */
export function statesOfCases({ cases }: BreakClause, state: ContractState, judged: JudgedOn): readonly CaseAnswer['state'][] {
  const calendar = workingCalendar(state, judged.bankHolidays);
  return cases.map((one) => caseState(state, one, caseClock(one, calendar), judged.today));
}

/** Nobody gives up a right by waiting: it stays reserved until that is said in words, or the breach is over. */
function rightsFrom(one: BreakCase): CaseAnswer['rights'] {
  if (one.setAsideOn !== null) return 'set aside';
  if (one.waivedOn !== null) return 'waived';
  if (one.putRightOn !== null) return 'put right';
  return one.remedies.some(({ settles }) => settles) ? 'settled' : 'reserved';
}

/** @param invocable whether the clause can still be invoked because of the case; where it cannot, no day is told from which it may be */
function answerOfClock({ deemedServed, putRightBy, invocableFrom }: CaseClock, { terms }: BreakCase, invocable: boolean): CaseAnswer['clock'] {
  if (!deemedServed) return { deemedServed: null, putRightBy: null, invocableFrom: null };
  const served = reached(deemedServed);
  const notSaid = terms.deemedServiceWorkingDays === null ? ', since the clause does not say when a notice counts as served' : '';
  return {
    deemedServed: { ...served, how: `${served.how}${notSaid}` },
    putRightBy: putRightBy && reached(putRightBy),
    invocableFrom: invocable ? { date: invocableFrom, how: howInvocable(deemedServed, putRightBy), warning: (putRightBy ? reached(putRightBy) : served).warning } : null,
  };
}

function reached(counted: Reached): { date: string | null; how: string; warning: string | null } {
  return { date: counted.date, how: howReached(counted), warning: warningAbout(counted) };
}

function howInvocable(deemedServed: Reached, putRightBy: Reached | null): string {
  if (!putRightBy) return `the day on which the notice counts as served, ${longDate(deemedServed.date!)}: the breach cannot be put right`;
  if (putRightBy.date === null) return 'the day after the time to put it right has run out, and that time stands still';
  return `the day after the time to put it right has run out on ${longDate(putRightBy.date)}`;
}

type Steps = Pick<CaseAnswer, 'setAside' | 'confirmed' | 'notice' | 'plan' | 'putRight' | 'waived' | 'remedies' | 'invoked'>;

function answerOfSteps({ setAside, confirmed, notice, plan, putRight, waived, invoked, remedies }: CaseRecord, told: Told): Steps {
  return {
    setAside: setAside ? { on: setAside.setAsideOn, reason: told.text(setAside.reason) } : null,
    confirmed: confirmed ? { on: confirmed.confirmedOn, by: told.person(confirmed.confirmedBy), reason: told.text(confirmed.reason) } : null,
    notice: notice ? { form: notice.form, sentOn: notice.sentOn, address: told.text(notice.address), reason: told.text(notice.reason) } : null,
    plan: plan ? { agreedOn: plan.agreedOn, steps: plan.steps.map(({ step, by }) => ({ step: told.text(step), by })) } : null,
    putRight: putRight ? { on: putRight.putRightOn, how: told.text(putRight.how) } : null,
    waived: waived ? { on: waived.waivedOn, words: told.text(waived.words) } : null,
    remedies: remedies.map(({ remedy, pence, appliedOn, settles, words }) => ({ kind: remedy, pence, on: appliedOn, settles, words: told.text(words) })),
    invoked: invoked
      ? { on: invoked.invokedOn, by: told.person(invoked.invokedBy), decisionReference: invoked.decisionReference, reason: told.text(invoked.reason) }
      : null,
  };
}
