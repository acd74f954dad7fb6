import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { judgedOn } from '#domain/contract/breach.js';
import { caseName } from '#domain/contract/break-clause.js';
import { breachPutRight } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { checkDay, confirmedCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/**
 * Record that a breach was put right, and that the authority accepts it. Put right after the time had run out is put
 * right all the same: the record says that it was late.
 */
export const recordPutRight = z.strictObject({
  ...whichCase,
  putRightOn: field.date.nullable().default(null).describe('The day on which it was put right; null: today.'),
  how: field.reason.describe('How it was put right, and how the authority knows.'),
});
export type RecordPutRight = z.output<typeof recordPutRight>;

export function decideRecordPutRight(state: ContractState, command: RecordPutRight, { today }: { readonly today: string }): NewEvent[] {
  const { one } = confirmedCaseOrRefuse(state, command);
  if (!one.terms.remediable) {
    refuse('case', caseName(one), 'must be of a breach that can be put right, and the clause says that this one cannot', 'Waive it in words, if the authority gives up its rights.');
  }
  const putRightOn = command.putRightOn ?? today;
  const faults = new Faults();
  // it may have been put right before anybody looked: a return that came late, found to be late months after
  checkDay(faults, 'putRightOn', putRightOn, today, { on: judgedOn(one.breach), what: 'the day by which it should have been kept' });
  faults.refuseIfAny();
  return [fact(breachPutRight, putRightOn, { clause: command.clause, case: command.case, putRightOn, how: command.how })];
}
