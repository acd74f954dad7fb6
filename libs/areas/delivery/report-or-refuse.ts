import { findReport } from '#domain/contract/chain.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';

/** The delivery report that a command names, with its commitment. */
export function reportOrRefuse(state: ContractState, reference: string, fieldName: string): { commitment: Commitment; report: DeliveryReport } {
  return (
    findReport(state, reference) ??
    refuse(fieldName, reference, 'must be a delivery report of this contract', 'Look the reference up in the contract’s reports.', 'not found')
  );
}
