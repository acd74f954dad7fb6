import { eventCatalogue } from '#domain/catalogue.js';
import { deliveryReported } from '#domain/contract/events/index.js';
import type { EventCatalogue, EventDefinition } from '#domain/kernel/event.js';

/**
 * The catalogue as it would be after a change of the commonest event: no event of the domain has an older version yet,
 * so that nothing would be upcast. Every stored DeliveryReported, of version 1, is turned into version 2 when it is read,
 * which says `inAddition` where version 1 might have left it out. For reading only.
 */
export const upcastingCatalogue: EventCatalogue = new Map(eventCatalogue).set(deliveryReported.type, {
  ...(deliveryReported as unknown as EventDefinition),
  version: 2,
  upcasts: { 1: (payload: { readonly inAddition?: boolean }) => ({ ...payload, inAddition: payload.inAddition ?? false }) },
});
