import { z } from 'zod';
import type { CountingDays } from '#areas/contracts/index.js';
import { caseName } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { fact } from '#domain/contract/contract.js';
import { breakClauseInvoked } from '#domain/contract/events/index.js';
import { lastDayOf } from '#domain/contract/reporting/reporting-periods.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { checkDay, confirmedCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Invoke a break clause: somebody else than who confirmed the case, by a decision that can be looked up. It ends nothing by itself. */
export const invokeClause = z.strictObject({
  ...whichCase,
  invokedOn: field.date.nullable().default(null).describe('When it was invoked; null: today.'),
  invokedBy: field.person,
  decisionReference: field.name().describe('Where the decision stands: a minute, a delegated decision notice.'),
  reason: field.reason.describe('Why.'),
});
export type InvokeClause = z.output<typeof invokeClause>;

export function decideInvokeClause(state: ContractState, command: InvokeClause, { today, bankHolidays }: CountingDays): NewEvent[] {
  const { one } = confirmedCaseOrRefuse(state, command);
  if (!one.notice) refuse('case', caseName(one), 'must have a notice that was served', 'Serve the notice of the breach first; the time to put it right runs from there.');
  const { invocableFrom, putRightBy } = caseClock(one, workingCalendar(state, bankHolidays));
  const { clause, invokedBy, decisionReference, reason } = command;
  const invokedOn = command.invokedOn ?? today;
  const faults = new Faults();
  if (one.confirmed!.by === invokedBy) {
    faults.add('invokedBy', 'you', 'must be somebody else than the person who confirmed the case', 'Have a second authorised person invoke it.');
  }
  checkDay(faults, 'invokedOn', invokedOn, today, null);
  const last = lastDayOf(state)!;
  if (invokedOn > last) faults.add('invokedOn', invokedOn, `must not lie after ${last}, the last day of the contract`, 'There is nothing left to break: apply a remedy, or record how the breach ended.');
  if (invocableFrom === null) {
    faults.add('invokedOn', invokedOn, 'must not lie in a suspension, in which the time to put the breach right stands still', 'Resume the contract; the time goes on from there.');
  } else if (invokedOn < invocableFrom) {
    const why = putRightBy ? `the day after the time to put the breach right runs out (${putRightBy.date})` : 'the day on which the notice counts as served';
    faults.add('invokedOn', invokedOn, `must not lie before ${invocableFrom}, ${why}`, `It may be invoked from ${invocableFrom}.`);
  }
  faults.refuseIfAny();
  return [fact(breakClauseInvoked, invokedOn, { clause, case: command.case, invokedOn, invokedBy, decisionReference, reason })];
}
