import type { ContractState, ContractTerms } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';

/** The terms of the contract that a command is about. */
export function contractOrRefuse(state: ContractState, reference: string): ContractTerms {
  return (
    state.terms ??
    refuse('contract', reference, 'must be a contract of this authority', 'Look the reference up, or register the contract first.', 'not found')
  );
}

/** The same, of a contract that has not run its course: a completed one takes reports, reviews and corrections only. */
export function runningContractOrRefuse(state: ContractState, reference: string): ContractTerms {
  const terms = contractOrRefuse(state, reference);
  if (state.status === 'terminated') {
    refuse('contract', reference, `must not have been ended, and it was on ${state.terminatedOn}`, 'If something was typed wrong, correct it; an ended contract agrees nothing new.');
  }
  if (state.status === 'completed') {
    refuse('contract', reference, 'must not be completed', 'If something was typed wrong, correct it; a completed contract agrees nothing new.');
  }
  return terms;
}
