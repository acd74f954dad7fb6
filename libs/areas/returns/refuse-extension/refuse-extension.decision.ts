import { z } from 'zod';
import { type CountingDays, contractOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { extensionRefused } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { owedOrRefuse, whichReturn } from '../owed-or-refuse.js';

/** Refuse more time for a return that was asked for: it is due when it was. */
export const refuseExtension = z.strictObject({ contract: field.reference, ...whichReturn, reason: field.reason.describe('Why.') });
export type RefuseExtension = z.output<typeof refuseExtension>;

export function decideRefuseExtension(state: ContractState, command: RefuseExtension, { today, bankHolidays }: CountingDays): NewEvent[] {
  contractOrRefuse(state, command.contract);
  const { provider, from, to, extension } = owedOrRefuse(state, command, bankHolidays);
  if (extension?.standing !== 'asked') {
    refuse('from', from, `must be of a return for which ${provider} waits for an answer`, 'There is nothing to refuse.');
  }
  return [fact(extensionRefused, today, { provider, from, to, refusedOn: today, reason: command.reason })];
}
