import { contractStream } from '#domain/contract/contract.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Planning } from './sheet-plan.js';

/** The commitment that a row names in its column `commitment`, with its contract. */
export function commitmentOrRefuse(reference: string, { draft, whereabouts }: Planning): { state: ContractState; commitment: Commitment } {
  const contract = whereabouts.ofCommitment(reference);
  const state = contract === undefined ? undefined : draft.state<ContractState>(contractStream(contract));
  const commitment = state && held(state.commitments, reference);
  return state && commitment
    ? { state, commitment }
    : refuse('commitment', reference, 'must be a commitment of this authority', 'Look the reference up, or add the commitment to the sheet commitments.');
}
