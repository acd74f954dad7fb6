import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { caseName } from '#domain/contract/break-clause.js';
import { breakClauseTriggered } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { checkDay, openCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Confirm, as a named person, that a condition was met: that triggers the break clause. Somebody else may invoke it later. */
export const confirmCondition = z.strictObject({
  ...whichCase,
  confirmedOn: field.date.nullable().default(null).describe('When it was confirmed; null: today.'),
  confirmedBy: field.person,
  reason: field.reason.nullable().default(null).describe('What it rests on, if there is something to say.'),
});
export type ConfirmCondition = z.output<typeof confirmCondition>;

export function decideConfirmCondition(state: ContractState, command: ConfirmCondition, { today }: { readonly today: string }): NewEvent[] {
  const { one } = openCaseOrRefuse(state, command);
  if (one.confirmed) refuse('case', caseName(one), `must not be confirmed already, and it was on ${one.confirmed.on}`, 'Leave it as it is.');
  const confirmedOn = command.confirmedOn ?? today;
  const faults = new Faults();
  checkDay(faults, 'confirmedOn', confirmedOn, today, { on: one.metOn, what: 'the day on which the condition was found to be met' });
  faults.refuseIfAny();
  const { clause, confirmedBy, reason } = command;
  return [fact(breakClauseTriggered, confirmedOn, { clause, case: command.case, confirmedOn, confirmedBy, ...(reason === null ? {} : { reason }) })];
}
