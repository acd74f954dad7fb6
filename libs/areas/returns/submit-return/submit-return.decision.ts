import { z } from 'zod';
import { changeGiven, changeOrRefuse, contractOrRefuse } from '#areas/contracts/index.js';
import { inForce } from '#domain/contract/chain.js';
import { fact, sharesOf } from '#domain/contract/contract.js';
import { returnSubmitted } from '#domain/contract/events/index.js';
import type { ContractState, DeliveryReport } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import { Faults } from '#domain/kernel/refusal.js';

/** State that this is all that a member delivered in a period, or that there was nothing. */
export const submitReturn = z.strictObject({
  provider: field.reference.nullable().default(null).describe('The member whose return it is; null: the lead.'),
  from: field.date,
  to: field.date,
  nil: z.boolean().default(false).describe('There was nothing to report. It clears no shortfall.'),
  submittedOn: field.date,
  submittedBy: field.person,
  change: changeGiven
    .nullable()
    .default(null)
    .describe('Why a return that was submitted for this member and period is stated again; null for a first one.'),
});
export type SubmitReturn = z.infer<typeof submitReturn>;

/** @param contract its reference, as the caller gave it */
export function decideSubmitReturn(state: ContractState, contract: string, command: SubmitReturn, around: { readonly today: string }): NewEvent[] {
  const { lead } = contractOrRefuse(state, contract);
  const provider = command.provider ?? lead;
  const { from, to, nil, submittedOn, submittedBy, change } = command;
  const faults = new Faults();
  checkWithinOneYear(faults, command);
  checkMember(faults, state, command.provider, provider);
  if (submittedOn > around.today) {
    faults.add('submittedOn', submittedOn, `must not be after today, ${around.today}`, 'Give the day on which it was submitted.');
  }
  if (from > around.today) faults.add('from', from, `must not be after today, ${around.today}`, 'Submit it once the period has begun.');
  const reported = nil ? reportedBy(state, provider, command) : [];
  if (reported.length > 0) {
    const rule = `must not be said of a period with delivery reports: ${reported.slice(0, 10).join(', ')}`;
    faults.add('nil', nil, rule, 'Submit it as a return that is not nil, or have the reports withdrawn.');
  }
  faults.refuseIfAny();
  const stands = held(state.returns, `${provider}/${from}/${to}`) !== undefined;
  const changed = changeOrRefuse(change, stands, `${provider} submitted a return for ${from} to ${to}`);
  return [fact(returnSubmitted, submittedOn, { provider, from, to, nil, submittedOn, submittedBy, ...changed })];
}

function checkMember(faults: Faults, state: ContractState, given: string | null, provider: string): void {
  const members = sharesOf(state).map((share) => share.provider);
  if (members.includes(provider)) return;
  const which = `Choose one of ${members.slice(0, 20).join(', ')}.`;
  if (given === null) faults.add('provider', given, 'must be given where the lead is no member of the contract', which);
  else faults.add('provider', given, 'must be a member of the contract', which);
}

/** What stands in the member's own name over days of the period; a figure of 0 is nothing too. */
function reportedBy(state: ContractState, provider: string, period: Period): readonly string[] {
  return Object.values(state.commitments).flatMap((commitment) =>
    commitment.chains
      .names()
      .map((root) => inForce(commitment, root))
      .filter((report): report is DeliveryReport => report !== undefined && report.quantity !== 0n)
      .filter((report) => (report.provider ?? commitment.terms.provider) === provider && overlap(report, period))
      .map(({ reference }) => reference),
  );
}
