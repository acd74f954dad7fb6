import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { breakConditionSetAside } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { openCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Set a condition aside that was found to be met: nothing follows from it. The record keeps both. */
export const setConditionAside = z.strictObject({ ...whichCase, reason: field.reason });
export type SetConditionAside = z.output<typeof setConditionAside>;

/** A confirmed case can be set aside too, until the clause is invoked: what it rested on may have been withdrawn. */
export function decideSetConditionAside(state: ContractState, command: SetConditionAside, { today }: { readonly today: string }): NewEvent[] {
  openCaseOrRefuse(state, command);
  const { clause, reason } = command;
  return [fact(breakConditionSetAside, today, { clause, case: command.case, setAsideOn: today, reason })];
}
