import { sharesOf } from '#domain/contract/contract.js';
import type { Basis, ContractState } from '#domain/contract/state.js';
import type { Faults } from '#domain/kernel/refusal.js';

/** Notes a deliverer who is no member of the contract. */
export function checkMember(faults: Faults, state: ContractState, provider: string | null): void {
  if (provider === null) return;
  const members = sharesOf(state).map((share) => share.provider);
  if (members.includes(provider)) return;
  faults.add('provider', provider, 'must be a member of the contract', `Choose one of ${members.slice(0, 20).join(', ')}, or leave it empty.`);
}

/** What was promised has a sentence in the bid; what is delivered beyond the contract has none. */
export function checkBidSentence(faults: Faults, basis: Basis, bidSentence: string | null): void {
  if (basis === 'contract' && !bidSentence?.trim()) {
    faults.add('bidSentence', bidSentence, 'must be given for a commitment of the contract', 'Copy the sentence of the bid that promises it.');
  }
  if (basis === 'beyond contract' && bidSentence !== null) {
    faults.add('bidSentence', bidSentence, 'must be left out for what is delivered beyond the contract', 'Leave it out, or set the basis to contract.');
  }
}
