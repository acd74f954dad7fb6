import type { Commitment, ContractState } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';

/** The commitment that a command names. */
export function commitmentOrRefuse(state: ContractState, reference: string): Commitment {
  return (
    held(state.commitments, reference) ??
    refuse('commitment', reference, 'must be a commitment of this contract', 'Look the reference up in the contract’s commitments.', 'not found')
  );
}

/** The same, of a commitment that still stands: a withdrawn one takes nothing more. */
export function standingCommitmentOrRefuse(state: ContractState, reference: string): Commitment {
  const commitment = commitmentOrRefuse(state, reference);
  if (commitment.withdrawn) refuse('commitment', reference, 'must not be withdrawn', 'Make a new commitment, if there is one.');
  return commitment;
}
