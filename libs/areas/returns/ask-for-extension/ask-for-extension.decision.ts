import { z } from 'zod';
import { contractOrRefuse, type CountingDays } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { extensionAsked } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkStillOwed } from '../check-still-owed.js';
import { owedOrRefuse, whichReturn } from '../owed-or-refuse.js';

/** Ask for more time for a return. Until the authority answers, no return counts as missed for want of it. */
export const askForExtension = z.strictObject({
  contract: field.reference,
  ...whichReturn,
  until: field.date.describe('The day by which the return will come.'),
  askedOn: field.date.nullable().default(null).describe('When it was asked; null: today. It counts from then, though it is typed in later.'),
  reason: field.reason.describe('Why more time is needed.'),
});
export type AskForExtension = z.output<typeof askForExtension>;

export function decideAskForExtension(state: ContractState, command: AskForExtension, { today, bankHolidays }: CountingDays): NewEvent[] {
  // the last return falls due when the contract is over
  contractOrRefuse(state, command.contract);
  const owed = owedOrRefuse(state, command, bankHolidays);
  const { until, reason } = command;
  const askedOn = command.askedOn ?? today;
  const faults = new Faults();
  if (askedOn > today) faults.add('askedOn', askedOn, `must not be after today, ${today}`, 'Give the day on which it was asked.');
  else if (owed.dueOn !== null && askedOn > owed.dueOn && !owed.submitted) {
    faults.add('askedOn', askedOn, `must not lie after ${owed.dueOn}, when the return was due`, 'Submit the return; the authority may still give more time by itself.');
  } else {
    checkStillOwed(faults, owed, until, askedOn);
  }
  if (owed.extension?.standing === 'asked') {
    faults.add('from', command.from, `must not have been asked about already, and it was on ${owed.extension.askedOn}`, 'Wait for the answer.');
  }
  faults.refuseIfAny();
  const { provider, from, to } = owed;
  return [fact(extensionAsked, askedOn, { provider, from, to, until, askedOn, reason })];
}
