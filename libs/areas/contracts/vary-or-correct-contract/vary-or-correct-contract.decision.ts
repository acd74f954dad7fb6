import type { z } from 'zod';
import { contractTerms } from '#domain/contract/contract-terms.js';
import { fact } from '#domain/contract/contract.js';
import { contractCorrected, contractVaried } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuseNoChange, restated, sameTerms } from '#domain/kernel/restated.js';
import { because } from '../change-given.js';
import { checkTerms } from '../check-terms.js';
import { contractOrRefuse, runningContractOrRefuse } from '../contract-or-refuse.js';
import { onRecordLater } from '../on-record-later.js';
import type { ContractSurroundings } from '../register-contract/register-contract.decision.js';

/** What is stated anew of a contract; what is left out stays. */
export const contractChanges = contractTerms.omit({ reference: true }).partial().extend({ reason: field.reason });

/** State a contract anew: the contract was changed (`variation`), or typed wrong (`entry error`). */
export const varyOrCorrectContract = contractChanges.extend({ contract: field.reference, because });
export type VaryOrCorrectContract = z.output<typeof varyOrCorrectContract>;

export function decideContractChange(state: ContractState, command: VaryOrCorrectContract, { today, isProvider }: ContractSurroundings): NewEvent[] {
  const { contract, because: kind, reason, ...changes } = command;
  const terms = kind === 'variation' ? runningContractOrRefuse(state, contract) : contractOrRefuse(state, contract);
  const changed = restated(terms, changes);
  if (sameTerms(changed, terms)) refuseNoChange('contract', contract);
  // A lead who stands already is a provider; only a new one is looked up.
  checkTerms(changed, (provider) => provider === terms.lead || isProvider(provider));
  const newLead = changed.lead !== terms.lead;
  const otherDays = changed.startsOn !== terms.startsOn || (changed.endsOn !== terms.endsOn && (changed.endsOn < today || terms.endsOn < today));
  const reachesBack = onRecordLater(state, today, otherDays || (newLead && kind === 'entry error'));
  if (kind === 'entry error') return [fact(contractCorrected, today, { terms: changed, ...reachesBack, reason })];
  return [fact(contractVaried, today, { terms: changed, ...(newLead ? { since: today } : {}), ...reachesBack, reason })];
}
