import { z } from 'zod';
import { changeGiven, changeOrRefuse, contractOrRefuse } from '#areas/contracts/index.js';
import { type ClaimSurroundings, reportDelivery } from '#areas/delivery/index.js';
import { othersInForce } from '#domain/contract/chain.js';
import { contractEvolution, fact } from '#domain/contract/contract.js';
import { returnSubmitted } from '#domain/contract/events/index.js';
import { membersOn } from '#domain/contract/members-on.js';
import { reportingPeriods } from '#domain/contract/reporting/reporting-periods.js';
import { returnKey } from '#domain/contract/return-key.js';
import type { ContractState, DeliveryReport } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import { addDays } from '#domain/kernel/date.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import { Faults } from '#domain/kernel/refusal.js';
import { addDeliveries } from './add-deliveries.js';
import { checkDays } from './check-days.js';

/** Why less came than was due of a commitment, and what will be done about it. */
const shortfall = z.strictObject({
  commitment: field.reference,
  reason: field.reason.describe('Why less came than was due.'),
  recovery: field.reason.nullable().default(null).describe('What will be done about it, and by when.'),
});

/**
 * State that this is all that a member delivered in a period, or that there was nothing. It lists what is already logged,
 * and may add the rest: all of it is recorded in one act, or nothing.
 */
export const submitReturn = z.strictObject({
  provider: field.reference.nullable().default(null).describe('The member whose return it is; null: the lead.'),
  from: field.date,
  to: field.date,
  nil: z.boolean().default(false).describe('There was nothing to report. It clears no shortfall.'),
  submittedOn: field.date,
  submittedBy: field.person,
  deliveries: z.array(reportDelivery).max(500).default([]).describe('Deliveries of the period that are not logged yet.'),
  shortfalls: z.array(shortfall).max(500).default([]).describe('Why less came than was due, commitment by commitment.'),
  statements: z.boolean().default(false).describe('Both statements were made: it belongs only to this contract and period, and to a commitment of the contract or is named beyond it.'),
  change: changeGiven
    .nullable()
    .default(null)
    .describe('Why a return that was submitted for this member and period is stated again; null for a first one.'),
});
export type SubmitReturn = z.infer<typeof submitReturn>;

/** What a return is judged by beside its contract. */
export interface ReturnSurroundings extends ClaimSurroundings {
  /** An import takes in returns for parts of reporting periods, as they were once made: together they may hold a whole one. */
  readonly partsOfPeriods?: 'pass';
}

/** @param contract its reference, as the caller gave it */
export function decideSubmitReturn(state: ContractState, contract: string, command: SubmitReturn, around: ReturnSurroundings): NewEvent[] {
  const { lead } = contractOrRefuse(state, contract);
  const provider = command.provider ?? lead;
  const { from, to, nil, submittedOn, submittedBy, shortfalls, change } = command;
  const faults = new Faults();
  checkWithinOneYear(faults, command);
  checkMember(faults, state, command.provider, provider, command);
  if (submittedOn > around.today) {
    faults.add('submittedOn', submittedOn, `must not be after today, ${around.today}`, 'Give the day on which it was submitted.');
  }
  if (from > around.today) faults.add('from', from, `must not be after today, ${around.today}`, 'Submit it once the period has begun.');
  else if (submittedOn < from) faults.add('submittedOn', submittedOn, `must not be before the period begins, on ${from}`, 'Give the day on which it was submitted.');
  // nobody can say early on that there will be nothing more; of what was filed elsewhere an import takes what it says
  else if (submittedOn < addDays(to, -LAST_DAYS) && around.partsOfPeriods !== 'pass') {
    faults.add('submittedOn', submittedOn, `must not lie more than ${LAST_DAYS} days before the period ends, on ${to}`, 'It says that this is all of the period: report deliveries as they come, and submit it at the end.');
  }
  const stands = held(state.returns, returnKey({ provider, from, to })) !== undefined;
  // one that was taken in for such days can be mended
  if (!stands && around.partsOfPeriods !== 'pass') checkDays(faults, state, command);
  const reported = nil ? reportedBy(state, provider, command) : [];
  if (reported.length > 0) {
    const rule = `must not be said of a period with delivery reports: ${reported.slice(0, 10).join(', ')}`;
    faults.add('nil', nil, rule, 'Submit it as a return that is not nil, or have the reports withdrawn.');
  }
  if (nil && command.deliveries.length > 0) {
    faults.add('nil', nil, 'must not be said of a return that adds deliveries', 'Submit it as a return that is not nil, or leave the deliveries out.');
  }
  for (const [at, { commitment }] of shortfalls.entries()) {
    if (!held(state.commitments, commitment)) {
      faults.add(`shortfalls[${at}].commitment`, commitment, 'must be a commitment of this contract', 'Look the reference up in the contract’s commitments.');
    }
  }
  faults.refuseIfAny();
  const changed = changeOrRefuse(change, stands, `${provider} submitted a return for ${from} to ${to}`);
  const added = addDeliveries(state, provider, command, around);
  const lists = listedFor(fold(contractEvolution, added, state), provider, command);
  return [
    ...added,
    fact(returnSubmitted, submittedOn, {
      ...{ provider, from, to, nil, submittedOn, submittedBy },
      ...(lists.length > 0 ? { lists: [...lists] } : {}),
      ...(shortfalls.length > 0 ? { shortfalls } : {}),
      ...(command.statements ? { statements: true as const } : {}),
      ...changed,
    }),
  ];
}

/** A return may be filed a little before its period is over: in the week before a holiday. */
const LAST_DAYS = 14;

/** Whoever owed a return for these days may submit it, though others are members by now. */
function checkMember(faults: Faults, state: ContractState, given: string | null, provider: string, period: Period): void {
  const days = [period.to, ...reportingPeriods(state).filter((one) => overlap(one, period)).map(({ to }) => to)];
  const members = [...new Set(days.flatMap((day) => membersOn(state, day)))];
  if (members.includes(provider)) return;
  const which = `Choose one of ${members.slice(0, 20).join(', ')}.`;
  if (given === null) faults.add('provider', given, 'must be given where the lead was no member of the contract', which);
  else faults.add('provider', given, 'must be a member of the contract', which);
}

/** What stands in the member's own name over days of the period, or in nobody's where it is the only one; a figure of 0 is nothing too. */
function reportedBy(state: ContractState, provider: string, period: Period): readonly string[] {
  const alone = (day: string) => membersOn(state, day).every((member) => member === provider);
  return inForceIn(state, period)
    .filter(({ report, member }) => report.quantity !== 0n && (member === provider || (member === null && alone(report.to))))
    .map(({ report }) => report.reference);
}

/** What a member's return lists: its own reports of the period, and, in the lead's, those that name no member. */
function listedFor(state: ContractState, provider: string, period: Period): readonly string[] {
  return inForceIn(state, period)
    .filter(({ report, member }) => (member ?? speaksFor(state, report.to)) === provider)
    .map(({ report }) => report.reference)
    .slice(0, MOST_LISTED);
}

/** Whose return lists what names no member: the lead's, or, where it was no member on that day, the first member's. */
function speaksFor(state: ContractState, day: string): string | undefined {
  const members = membersOn(state, day);
  const { lead } = state.terms!;
  return members.includes(lead) ? lead : members[0];
}

/** As many as the event holds. */
const MOST_LISTED = 5_000;

interface ReportOfMember {
  readonly report: DeliveryReport;
  /** Null: all members, by their shares. */
  readonly member: string | null;
}

function inForceIn(state: ContractState, period: Period): readonly ReportOfMember[] {
  return Object.values(state.commitments).flatMap((commitment) =>
    othersInForce(commitment, null)
      .filter((report) => overlap(report, period))
      .map((report) => ({ report, member: report.provider ?? commitment.terms.provider })),
  );
}
