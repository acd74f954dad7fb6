import { held } from '../kernel/lookup.js';
import type { BreakCase } from './break-clause.js';
import { caseName } from './break-clause.js';
import type { ContractState } from './state.js';

/** The state with one case of one break clause replaced. */
export function withCase(state: ContractState, named: { readonly clause: string; readonly case: number }, change: (one: BreakCase) => BreakCase): ContractState {
  const clause = held(state.breakClauses, named.clause);
  const one = clause?.cases[named.case - 1];
  if (!clause || !one) {
    throw new Error(`The ledger holds an event for the case ${caseName({ clause: named.clause, number: named.case })}, which never arose.`);
  }
  const cases = clause.cases.with(named.case - 1, change(one));
  return { ...state, breakClauses: { ...state.breakClauses, [named.clause]: { ...clause, cases } } };
}
