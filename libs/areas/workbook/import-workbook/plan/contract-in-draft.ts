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

/** What was imported under a contract, a commitment or as a correction stays so: its reference is used up. */
export function refuseMoved({ identity, before, changed }: ComparedRow, column: string): void {
  if (!before || !changed.includes(column)) return;
  const was = (JSON.parse(before.content) as Readonly<Record<string, string>>)[column] ?? 'empty';
  refuse(column, '', `must stay ${was}, as when ${identity} was imported`, 'Put it back as it was; for another one, add a row with a reference of its own.');
}
