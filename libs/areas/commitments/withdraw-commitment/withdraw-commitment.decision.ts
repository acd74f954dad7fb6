import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { commitmentWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';

/** Withdraw a commitment: its targets count no more, what was delivered on it still does, and it takes nothing more. */
export const withdrawCommitment = z.strictObject({ commitment: field.reference, reason: field.reason });
export type WithdrawCommitment = z.output<typeof withdrawCommitment>;

export function decideWithdrawCommitment(state: ContractState, { commitment, reason }: WithdrawCommitment, { today }: { readonly today: string }): NewEvent[] {
  standingCommitmentOrRefuse(state, commitment);
  return [fact(commitmentWithdrawn, today, { commitment, reason })];
}
