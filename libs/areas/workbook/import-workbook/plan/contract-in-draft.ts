import { contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { ComparedRow } from './compared-row.js';
import type { Planning } from './sheet-plan.js';

/** The contract that a row names in its column `contract`. */
export function contractInDraft(reference: string, { draft }: Planning): ContractState {
  const state = draft.state<ContractState>(contractStream(reference));
  if (state.terms !== null) return state;
  return refuse('contract', reference, 'must be a contract of this authority', 'Look the reference up, or add the contract to the sheet contracts.');
}

/** What was imported under a contract stays with it. */
export function refuseMoved({ row, changed }: ComparedRow, column: string): void {
  if (!changed.includes(column)) return;
  refuse(column, '', `must stay the one that ${row.sheet.identity.join(', ')} was imported with`, 'Put it back as it was; for another one, add a row with a reference of its own.');
}
