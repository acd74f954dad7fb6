import type { ContractState } from '#domain/contract/state.js';

/** The day of today, for what comes on record later than its contract did; nothing where the two came together. */
export function onRecordLater({ onRecordFrom }: ContractState, today: string): { readonly onRecordFrom?: string } {
  return onRecordFrom !== null && onRecordFrom < today ? { onRecordFrom: today } : {};
}
