import { contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { Fault } from '#domain/kernel/refusal.js';
import { held } from '#domain/kernel/lookup.js';
import { type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Planning, Thing } from './sheet-plan.js';

type Answers = Readonly<Record<Thing, readonly [rule: string, fix: string]>>;

/** In the words of the decisions that would have been made, so that identical errors stand together. */
const UNKNOWN: Answers = {
  provider: ['must be a provider of this authority', 'Register the provider first, or mend the reference.'],
  contract: ['must be a contract of this authority', 'Look the reference up, or add the contract to the sheet contracts.'],
  measure: ['must be a measure of this authority', 'Define the measure first, or mend the reference.'],
  commitment: ['must be a commitment of this authority', 'Look the reference up, or add the commitment to the sheet commitments.'],
  'delivery report': ['must be a delivery report of this authority', 'Look the reference up, or add the report to the sheet deliveries.'],
  'break clause': ['must be a break clause of this authority', 'Look the reference up, or add the clause to the sheet break_clauses.'],
};

/** That a reference names nothing, neither in the ledger nor in the file; undefined where it names something. Asked of rows that are not decided, so that it is not told a round too late. */
export function unknownReference(field: string, thing: Thing, reference: string, on: Planning): Fault | undefined {
  if (isKnown(thing, reference, on)) return undefined;
  const [rule, fix] = UNKNOWN[thing];
  return { field, value: reference, rule, fix };
}

function isKnown(thing: Thing, reference: string, { draft, whereabouts, isProvider }: Planning): boolean {
  switch (thing) {
    case 'provider':
      return isProvider(reference);
    case 'contract':
      return draft.state<ContractState>(contractStream(reference)).terms !== null;
    case 'measure':
      return held(draft.state<MeasureSetState>(OWN_MEASURES_STREAM).measures, reference) !== undefined;
    case 'commitment':
      return whereabouts.ofCommitment(reference) !== undefined;
    case 'delivery report':
      return whereabouts.rowOfDelivery(reference) !== undefined || whereabouts.inLedger(thing, reference) !== undefined;
    case 'break clause':
      return whereabouts.inLedger(thing, reference) !== undefined;
  }
}
