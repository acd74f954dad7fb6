import { fromExactJson, toExactJson } from '../kernel/exact-json.js';
import { Kept } from '../kernel/kept.js';
import type { Commitment, ContractState } from './state.js';

/** A contract's state as text, exactly: what is read of it folds on as the state would. */
export const contractText: (state: ContractState) => string = toExactJson;

/** Reads what `contractText` wrote. */
export function contractOfText(text: string): ContractState {
  return keeping(fromExactJson(text) as Written);
}

/** A state as JSON gives it back: what is kept by name is a list. */
export type Written = Omit<ContractState, 'commitments'> & { readonly commitments: Readonly<Record<string, WrittenCommitment>> };
type WrittenCommitment = Omit<Commitment, 'reports' | 'chains'> & {
  readonly reports: ReturnType<Commitment['reports']['toJSON']>;
  readonly chains: ReturnType<Commitment['chains']['toJSON']>;
};

/** A state out of what JSON gives back. */
export function keeping(written: Written): ContractState {
  const commitments = Object.entries(written.commitments).map(([reference, commitment]) => {
    return [reference, { ...commitment, reports: Kept.of(commitment.reports), chains: Kept.of(commitment.chains) }] as const;
  });
  return { ...written, commitments: Object.fromEntries(commitments) };
}
