import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { contractResumed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { runningContractOrRefuse } from '../contract-or-refuse.js';

/** Resume a suspended contract: what was due and every clock go on from there, or, recorded later, from the day of that. */
export const resumeContract = z.strictObject({
  contract: field.reference,
  on: field.date.describe('The first day on which it runs again. Clocks go on today at the earliest: nobody could know that they ran.'),
  reason: field.reason.nullable().default(null).describe('Why, if there is something to say.'),
});
export type ResumeContract = z.output<typeof resumeContract>;

export function decideResumeContract(state: ContractState, command: ResumeContract, { today }: { readonly today: string }): NewEvent[] {
  const { contract, on, reason } = command;
  runningContractOrRefuse(state, contract);
  const last = state.suspensions.at(-1);
  if (last?.to !== null) return refuse('contract', contract, 'must be suspended', 'It runs; there is nothing to resume.');
  const faults = new Faults();
  if (on > today) faults.add('on', on, `must not be after today, ${today}`, 'Resume it once the day has come.');
  if (on < last.from) faults.add('on', on, `must not lie before ${last.from}, when it was suspended`, 'Mend the day.');
  faults.refuseIfAny();
  return [fact(contractResumed, on, { on, ...(on < today ? { onRecordFrom: today } : {}), ...(reason === null ? {} : { reason }) })];
}
