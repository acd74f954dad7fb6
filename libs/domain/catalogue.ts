import { calendarEvents } from './authority/calendar.js';
import { policyEvents } from './authority/policy.js';
import { providerEvents } from './authority/provider.js';
import { contractEvents } from './contract/contract.js';
import { catalogue, type EventDefinition } from './kernel/event.js';
import { measureEvents } from './measures/measure-set.js';

/** Every type of event that a ledger of this project may hold. */
export const eventCatalogue = catalogue(
  ...([...contractEvents, ...providerEvents, ...calendarEvents, ...policyEvents, ...measureEvents] as unknown as EventDefinition<
    string,
    never
  >[]),
);
