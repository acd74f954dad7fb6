import { hash } from 'node:crypto';
import { findReport } from '#domain/contract/chain.js';
import { contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Reference } from '#engine/ledger/ledger.js';

/** Capitals and digits that are not mistaken for one another when read aloud or copied. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference for a report whose sender chose none. A command that is sent again gets the same. */
export function reportReferenceFor(authority: string, commandId: string): string {
  const digest = hash('sha256', `${authority}\n${commandId}`, 'buffer');
  return `DR-${[...digest.subarray(0, 10)].map((byte) => SYMBOLS[byte % 32]).join('')}`;
}

/** A report's and a correction's reference is nobody else's in the authority; the ledger keeps it so. */
export function claimOfReference(state: ContractState, reference: string): Reference {
  return { kind: 'delivery report', reference, stream: contractStream(state.terms!.reference) };
}

/** Refuses a reference that a report of this contract has already. */
export function refuseTaken(state: ContractState, reference: string): void {
  if (!findReport(state, reference)) return;
  refuse('reference', reference, 'must not be another delivery report’s in this authority', 'Choose another reference.', 'conflict');
}
