import { z } from 'zod';
import type { IsProvider } from '#areas/providers/index.js';
import { contractTerms, frequency } from '#domain/contract/contract-terms.js';
import { fact } from '#domain/contract/contract.js';
import { contractRegistered, reportingScheduleAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { checkPeriodEnds, periodEnds } from '../check-period-ends.js';
import { checkTerms } from '../check-terms.js';

/** Bring a contract under the authority's record, with how often its providers report. */
export const registerContract = contractTerms.extend({
  jurisdiction: contractTerms.shape.jurisdiction.default('england-and-wales'),
  regime: contractTerms.shape.regime.default('other').describe('The law that it was bought under.'),
  frequency: frequency.describe('How often a return is due.'),
  dueWorkingDays: z.int().min(0).max(250).default(20).describe('How many working days after a period its return is due.'),
  periodEnds,
});
export type RegisterContract = z.output<typeof registerContract>;

/** What the decision looks at beside the contract. */
export interface ContractSurroundings {
  /** The day that it is in London. */
  readonly today: string;
  readonly isProvider: IsProvider;
}

export function decideRegisterContract(
  state: ContractState,
  command: RegisterContract,
  { today, isProvider }: ContractSurroundings,
): NewEvent[] {
  const { frequency: often, dueWorkingDays, periodEnds, ...terms } = command;
  if (state.terms !== null) {
    refuse('reference', terms.reference, 'must not be another contract’s in this authority', 'Choose another reference, or vary or correct that contract.', 'conflict');
  }
  checkTerms(terms, isProvider);
  const faults = new Faults();
  const ends = checkPeriodEnds(faults, often, periodEnds, terms);
  faults.refuseIfAny();
  return [
    fact(contractRegistered, terms.startsOn, { terms, onRecordFrom: today }),
    fact(reportingScheduleAgreed, terms.startsOn, { frequency: often, dueWorkingDays, ...(ends.length > 0 ? { periodEnds: ends } : {}) }),
  ];
}
