import type { z } from 'zod';
import { type ProviderState, providerRegistered } from '#domain/authority/provider.js';
import { providerTerms } from '#domain/authority/provider-terms.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';

/** Make a provider known to the authority. */
export const registerProvider = providerTerms.extend({
  local: providerTerms.shape.local.default(null).describe('Whether the provider is local; null: not said.'),
  place: field.label().default('').describe('Where it is.'),
  companiesHouse: field.label(40).default('').describe('The number at Companies House.'),
  charityNumber: field.label(40).default('').describe('Its number as a charity.'),
});
export type RegisterProvider = z.output<typeof registerProvider>;

export function decideRegisterProvider(state: ProviderState, terms: RegisterProvider, { today }: { readonly today: string }): NewEvent[] {
  if (state.terms !== null) {
    refuse('reference', terms.reference, 'must not be another provider’s in this authority', 'Choose another reference, or vary or correct that provider.', 'conflict');
  }
  return [{ type: providerRegistered.type, businessDate: today, payload: { terms } }];
}
