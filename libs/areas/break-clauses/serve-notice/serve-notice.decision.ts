import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { breachNoticeServed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkDay, confirmedCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Record that notice of a breach was sent. From the day on which it counts as served the time to put it right runs. */
export const serveNotice = z.strictObject({
  ...whichCase,
  form: field.name().describe('How it was given: letter, email.'),
  address: field.address.min(1).describe('Where it was sent.'),
  sentOn: field.date.nullable().default(null).describe('When it was sent; null: today.'),
  reason: field.reason
    .nullable()
    .default(null)
    .describe('Why it was given in another form than the clause asks for, or why it was sent again.'),
});
export type ServeNotice = z.output<typeof serveNotice>;

export function decideServeNotice(state: ContractState, command: ServeNotice, { today }: { readonly today: string }): NewEvent[] {
  const { one } = confirmedCaseOrRefuse(state, command);
  const { clause, form, address, reason } = command;
  const sentOn = command.sentOn ?? today;
  const faults = new Faults();
  checkDay(faults, 'sentOn', sentOn, today, { on: one.confirmed!.on, what: 'the day on which the case was confirmed' });
  if (one.notice && sentOn >= one.confirmed!.on && sentOn < one.notice.sentOn) {
    faults.add('sentOn', sentOn, `must not lie before ${one.notice.sentOn}, when the notice before was sent`, 'A notice that is sent again gives more time, never less: mend the day.');
  }
  const asked = one.terms.noticeForm;
  if (reason === null && asked !== '' && asked.toLowerCase() !== form.toLowerCase()) {
    faults.add('form', form, `must be what the clause asks for, which is “${asked}”`, 'Serve it in that form, or give a reason: a notice in another form may not count.');
  }
  if (reason === null && one.notice) {
    faults.add('reason', reason, `must be given, because a notice was sent on ${one.notice.sentOn} already`, 'Say why it was sent again; the time runs anew from the later one.');
  }
  faults.refuseIfAny();
  return [fact(breachNoticeServed, sentOn, { clause, case: command.case, form, address, sentOn, ...(reason === null ? {} : { reason }) })];
}
