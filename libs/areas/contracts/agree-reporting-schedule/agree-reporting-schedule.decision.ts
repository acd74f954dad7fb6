import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { frequency } from '#domain/contract/contract-terms.js';
import { reportingScheduleAgreed } from '#domain/contract/events/index.js';
import { runningPeriod } from '#domain/contract/reporting/reporting-periods.js';
import type { ContractState } from '#domain/contract/state.js';
import { addDays, type IsoDate } from '#domain/kernel/date.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { refuseNoChange } from '#domain/kernel/restated.js';
import { changeGiven, changeOrRefuse } from '../change-given.js';
import { checkPeriodEnds, periodEnds } from '../check-period-ends.js';
import { contractOrRefuse, runningContractOrRefuse } from '../contract-or-refuse.js';
import { onRecordLater } from '../on-record-later.js';

/** Agree how often returns are due, and how many working days after a period ends. */
export const agreeReportingSchedule = z.strictObject({
  contract: field.reference,
  frequency: frequency.describe('How often a return is due.'),
  dueWorkingDays: z.int().min(0).max(250).default(20).describe('How many working days after a period its return is due.'),
  periodEnds,
  since: field.date
    .nullable()
    .default(null)
    .describe('For a variation: the first day for which it holds; null: the day after the running period ends. What was agreed before holds for the periods before.'),
  change: changeGiven.nullable().default(null).describe('Why, where a schedule was agreed before.'),
});
export type AgreeReportingSchedule = z.output<typeof agreeReportingSchedule>;

export function decideReportingSchedule(state: ContractState, command: AgreeReportingSchedule, { today }: { readonly today: string }): NewEvent[] {
  const { contract, frequency: often, dueWorkingDays, change } = command;
  const terms = change?.because === 'entry error' ? contractOrRefuse(state, contract) : runningContractOrRefuse(state, contract);
  const { schedule } = state;
  const faults = new Faults();
  const ends = checkPeriodEnds(faults, often, command.periodEnds, terms);
  const running = runningPeriod(state, today);
  checkSince(faults, command, terms, running?.from ?? today);
  faults.refuseIfAny();
  if (schedule?.frequency === often && schedule.dueWorkingDays === dueWorkingDays && schedule.periodEnds.join() === ends.join()) {
    refuseNoChange('contract', contract);
  }
  const told = changeOrRefuse(change, schedule !== null, 'a schedule was agreed');
  const since = change?.because === 'variation' ? (command.since ?? (running ? addDays(running.to, 1) : today)) : (schedule?.since ?? null);
  return [
    fact(reportingScheduleAgreed, schedule ? today : terms.startsOn, {
      frequency: often,
      dueWorkingDays,
      ...(ends.length > 0 ? { periodEnds: ends } : {}),
      ...(since === null ? {} : { since }),
      ...onRecordLater(state, today, schedule !== null && (since ?? terms.startsOn) < today),
      ...told,
    }),
  ];
}

/** @param running the day on which the running reporting period began */
function checkSince(faults: Faults, { since, change }: AgreeReportingSchedule, { startsOn, endsOn }: { readonly startsOn: IsoDate; readonly endsOn: IsoDate }, running: IsoDate): void {
  if (since === null) return;
  if (change?.because !== 'variation') faults.add('since', since, 'must be left out but for a variation', 'Leave it out: a schedule holds from the start of the contract.');
  else if (since <= startsOn || since > endsOn) faults.add('since', since, `must lie after ${startsOn} and not after ${endsOn}, while the contract runs`, 'Mend the day.');
  // a return that came in time must not become late by what was agreed afterwards
  else if (since < running) faults.add('since', since, `must not lie before ${running}, when the running reporting period began`, 'What was agreed holds for periods that have ended; correct an entry error, if that is what it is.');
}
