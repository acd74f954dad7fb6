import type { ContractState } from '#domain/contract/state.js';

/**
 * The day of today, for what holds for earlier days and comes on record later than its contract did; nothing where the two
 * came together.
 */
export function onRecordLater({ onRecordFrom }: ContractState, today: string, reachesBack: boolean): { readonly onRecordFrom?: string } {
  return reachesBack && onRecordFrom !== null && onRecordFrom < today ? { onRecordFrom: today } : {};
}
