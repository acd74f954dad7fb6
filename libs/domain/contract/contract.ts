import type { NewEvent, EventDefinition } from '../kernel/event.js';
import type { Evolution } from '../kernel/decider.js';
import * as events from './events/index.js';
import { type ContractState, notRegistered } from './state.js';

export { sharesOf } from './shares-of.js';

/** The types of event of a contract's stream. */
export const contractEvents = Object.values(events);

type Evolve = (state: ContractState, payload: never, recorded: number) => ContractState;
const evolutions = new Map<string, Evolve>(contractEvents.map((event) => [event.type, event.evolve as Evolve]));

/** How events change a contract. */
export const contractEvolution: Evolution<ContractState> = {
  initial: notRegistered,
  evolve(state, event) {
    const evolve = evolutions.get(event.type);
    if (!evolve) throw new Error(`A contract's stream holds an event of the unknown type ${event.type}.`);
    const version = state.version + 1;
    return { ...evolve(state, event.payload as never, version), version };
  },
};

/** States a fact about a contract. */
export function fact<Payload extends object, Type extends string>(
  definition: EventDefinition<Type, Payload>,
  businessDate: string,
  payload: Payload,
): NewEvent<Type, Payload> {
  return { type: definition.type, businessDate, payload };
}

/** What the names of contracts' streams begin with. */
export const CONTRACT_STREAMS = 'contract:';

/** The stream of a contract. */
export function contractStream(reference: string): string {
  return `${CONTRACT_STREAMS}${reference}`;
}
