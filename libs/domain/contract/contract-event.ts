import type { z } from 'zod';
import { held } from '../kernel/lookup.js';
import { defineEvent, type EventDefinition } from '../kernel/event.js';
import type { Commitment, ContractState, DeliveryReport } from './state.js';

/** A type of event of a contract's stream: its schema, with what it does to the contract beside it. */
export interface ContractEvent<Type extends string, Payload extends object> extends EventDefinition<Type, Payload> {
  /** `recorded` is the version of the event in the stream. */
  evolve(state: ContractState, payload: Payload, recorded: number): ContractState;
}

export function contractEvent<Type extends string, Schema extends z.ZodType<object>>(
  type: Type,
  schema: Schema,
  evolve: (state: ContractState, payload: z.output<Schema> & object, recorded: number) => ContractState,
): ContractEvent<Type, z.output<Schema> & object> {
  return { ...defineEvent(type, schema), evolve };
}

/** The state with one commitment replaced. */
export function withCommitment(state: ContractState, reference: string, change: (commitment: Commitment) => Commitment): ContractState {
  const commitment = held(state.commitments, reference);
  if (!commitment) throw new Error(`The ledger holds an event for the commitment ${reference}, which was never made.`);
  return { ...state, commitments: { ...state.commitments, [reference]: change(commitment) } };
}

/** The commitment with one delivery report replaced. */
export function withReport(commitment: Commitment, reference: string, change: (report: DeliveryReport) => DeliveryReport): Commitment {
  const report = commitment.reports.get(reference);
  if (!report) throw new Error(`The ledger holds an event for the delivery report ${reference}, which was never made.`);
  return { ...commitment, reports: commitment.reports.with(reference, change(report)) };
}
