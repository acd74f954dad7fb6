import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { breakClauseWaived } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkDay, confirmedCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Give up, in words, the rights that the authority has from this breach. A later breach is a case of its own. */
export const waiveBreach = z.strictObject({
  ...whichCase,
  waivedOn: field.date.nullable().default(null).describe('When they were given up; null: today.'),
  words: field.reason.describe('The words in which they were given up.'),
});
export type WaiveBreach = z.output<typeof waiveBreach>;

export function decideWaiveBreach(state: ContractState, command: WaiveBreach, { today }: { readonly today: string }): NewEvent[] {
  const { one } = confirmedCaseOrRefuse(state, command);
  const waivedOn = command.waivedOn ?? today;
  const faults = new Faults();
  checkDay(faults, 'waivedOn', waivedOn, today, { on: one.confirmed!.on, what: 'the day on which the case was confirmed' });
  faults.refuseIfAny();
  return [fact(breakClauseWaived, waivedOn, { clause: command.clause, case: command.case, waivedOn, words: command.words })];
}
