import { z } from 'zod';
import { contractOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { missedReturnSetAside } from '#domain/contract/events/index.js';
import { returnKey } from '#domain/contract/return-key.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import { whichReturn } from '../owed-or-refuse.js';

/** Set a missed return aside: it counts for no break clause. The record keeps that it was missed. */
export const setMissedReturnAside = z.strictObject({ contract: field.reference, ...whichReturn, reason: field.reason.describe('Why it counts for nothing.') });
export type SetMissedReturnAside = z.output<typeof setMissedReturnAside>;

export function decideSetMissedReturnAside(state: ContractState, command: SetMissedReturnAside, { today }: { readonly today: string }): NewEvent[] {
  const { lead } = contractOrRefuse(state, command.contract);
  const { from, to, reason } = command;
  const provider = command.provider ?? lead;
  const missed = held(state.missedReturns, returnKey({ provider, from, to }));
  if (!missed) return refuse('from', `${from} to ${to}`, `must be of a return that ${provider} is recorded to have missed`, 'Look it up among the returns.');
  if (missed.setAside) refuse('from', `${from} to ${to}`, 'must not be set aside already', 'Leave it as it is.');
  return [fact(missedReturnSetAside, today, { provider, from, to, setAsideOn: today, reason })];
}
