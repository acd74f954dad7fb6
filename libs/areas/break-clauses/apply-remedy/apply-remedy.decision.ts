import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { remedyApplied } from '#domain/contract/events/index.js';
import { remedyKind } from '#domain/contract/remedy.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkDay, keptCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Record a remedy short of ending the contract. Unless it settles the breach, all other rights stay reserved. */
export const applyRemedy = z.strictObject({
  ...whichCase,
  remedy: remedyKind.describe('What it is.'),
  pence: field.pence.nullable().default(null).describe('Its amount in pence, more than nothing; null where it has none.'),
  appliedOn: field.date.nullable().default(null).describe('When it was applied; null: today.'),
  settles: z.boolean().default(false).describe('It settles the breach, and nothing more follows from it.'),
  words: field.reason.describe('What was agreed or decided.'),
});
export type ApplyRemedy = z.output<typeof applyRemedy>;

export function decideApplyRemedy(state: ContractState, command: ApplyRemedy, { today }: { readonly today: string }): NewEvent[] {
  const { one } = keptCaseOrRefuse(state, command);
  const { clause, remedy, pence, settles, words } = command;
  const appliedOn = command.appliedOn ?? today;
  const faults = new Faults();
  checkDay(faults, 'appliedOn', appliedOn, today, { on: one.confirmed!.on, what: 'the day on which the case was confirmed' });
  if (pence === null && remedy !== 'substitute delivery' && remedy !== 'settlement') {
    faults.add('pence', pence, `must be given for ${remedy === 'withheld payment' ? 'a withheld payment' : remedy === 'credit' ? 'a credit' : remedy}`, 'Give its amount in whole pence.');
  }
  if (pence === 0) faults.add('pence', pence, 'must be more than nothing where an amount is given', 'Give its amount in whole pence, or leave it out where it has none.');
  faults.refuseIfAny();
  return [fact(remedyApplied, appliedOn, { clause, case: command.case, remedy, pence, appliedOn, settles, words })];
}
