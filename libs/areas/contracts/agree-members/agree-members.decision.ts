import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { membersAgreed } from '#domain/contract/events/index.js';
import { membersSince } from '#domain/contract/members-on.js';
import type { ContractState, ContractTerms } from '#domain/contract/state.js';
import { decimalText } from '#domain/kernel/decimal.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { percentOf, WHOLE } from '#domain/kernel/percent.js';
import { Faults } from '#domain/kernel/refusal.js';
import { refuseNoChange } from '#domain/kernel/restated.js';
import { changeGiven, changeOrRefuse } from '../change-given.js';
import { contractOrRefuse, runningContractOrRefuse } from '../contract-or-refuse.js';
import { onRecordLater } from '../on-record-later.js';
import type { ContractSurroundings } from '../register-contract/register-contract.decision.js';

/** Agree who delivers a contract and in what shares: all its members, in place of those before. */
export const agreeMembers = z.strictObject({
  contract: field.reference,
  members: z
    .array(z.strictObject({ provider: field.reference, share: field.percent }))
    .min(1, 'must not be empty')
    .max(200)
    .describe('Every member with its share; the shares add to exactly 100.'),
  since: field.date
    .nullable()
    .default(null)
    .describe('From which day they are the members; null: from the start of the contract; for a variation, from today; for an entry error, from the day that was said before. Who was before owes what was due before. For what was due before today, time counts from today.'),
  change: changeGiven.nullable().default(null).describe('Why, where members were agreed before.'),
});
export type AgreeMembers = z.output<typeof agreeMembers>;

export function decideAgreeMembers(state: ContractState, { contract, members, since, change }: AgreeMembers, around: ContractSurroundings): NewEvent[] {
  const terms = change?.because === 'entry error' ? contractOrRefuse(state, contract) : runningContractOrRefuse(state, contract);
  checkMembers(members, around);
  const stood = state.members;
  const same = stood.length === members.length && stood.every(({ provider, share }, i) => members[i]!.provider === provider && percentOf(members[i]!.share) === share);
  const stoodSince = membersSince(state);
  if (same && (since === null || since === stoodSince)) refuseNoChange('members', contract);
  const told = changeOrRefuse(change, stood.length > 0, 'members were agreed');
  checkSince(since, terms, around.today);
  const from = since ?? (change?.because === 'variation' ? around.today : change ? stoodSince : null);
  return [
    fact(membersAgreed, from ?? (stood.length > 0 ? around.today : terms.startsOn), {
      members,
      ...(from === null ? {} : { since: from }),
      ...onRecordLater(state, around.today, (from ?? terms.startsOn) < around.today),
      ...told,
    }),
  ];
}

function checkSince(since: string | null, { startsOn }: ContractTerms, today: string): void {
  if (since === null) return;
  const faults = new Faults();
  if (since > today) faults.add('since', since, `must not be after today, ${today}`, 'Agree them once the day has come.');
  if (since < startsOn) faults.add('since', since, `must not lie before ${startsOn}, the day that the contract starts`, 'Mend the day, or leave it out.');
  faults.refuseIfAny();
}

function checkMembers(members: AgreeMembers['members'], { isProvider }: ContractSurroundings): void {
  const faults = new Faults();
  const seen = new Set<string>();
  members.forEach(({ provider }, i) => {
    if (seen.has(provider)) faults.add(`members[${i}].provider`, provider, 'must be named once', 'Add its shares together.');
    else if (!isProvider(provider)) faults.add(`members[${i}].provider`, provider, 'must be a provider of this authority', 'Register the provider first, or mend the reference.');
    seen.add(provider);
  });
  const sum = members.reduce((total, { share }) => total + percentOf(share), 0n);
  if (sum !== WHOLE) faults.add('members', decimalText(sum, 4), 'must have shares that add to exactly 100', `They add to ${decimalText(sum, 4)}: mend the shares.`);
  faults.refuseIfAny();
}
