import { z } from 'zod';
import { frequency } from '#domain/contract/contract-terms.js';
import { fact } from '#domain/contract/contract.js';
import { reportingScheduleAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuseNoChange } from '#domain/kernel/restated.js';
import { changeGiven, changeOrRefuse } from '../change-given.js';
import { contractOrRefuse, runningContractOrRefuse } from '../contract-or-refuse.js';

/** Agree how often returns are due, and how many working days after a period ends. */
export const agreeReportingSchedule = z.strictObject({
  contract: field.reference,
  frequency: frequency.describe('How often a return is due.'),
  dueWorkingDays: z.int().min(0).max(250).default(20).describe('How many working days after a period its return is due.'),
  change: changeGiven.nullable().default(null).describe('Why, where a schedule was agreed before.'),
});
export type AgreeReportingSchedule = z.output<typeof agreeReportingSchedule>;

export function decideReportingSchedule(state: ContractState, command: AgreeReportingSchedule, { today }: { readonly today: string }): NewEvent[] {
  const { contract, frequency: often, dueWorkingDays, change } = command;
  const terms = change?.because === 'entry error' ? contractOrRefuse(state, contract) : runningContractOrRefuse(state, contract);
  const { schedule } = state;
  if (schedule?.frequency === often && schedule.dueWorkingDays === dueWorkingDays) refuseNoChange('contract', contract);
  const told = changeOrRefuse(change, schedule !== null, 'a schedule was agreed');
  return [fact(reportingScheduleAgreed, schedule ? today : terms.startsOn, { frequency: often, dueWorkingDays, ...told })];
}
