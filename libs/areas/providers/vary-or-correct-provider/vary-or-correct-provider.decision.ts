import { z } from 'zod';
import { providerCorrected, type ProviderState, providerVaried } from '#domain/authority/provider.js';
import { providerTerms } from '#domain/authority/provider-terms.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { refuseNoChange, restated, sameTerms } from '#domain/kernel/restated.js';

/** What is stated anew of a provider; what is left out stays. */
export const providerChanges = providerTerms.omit({ reference: true }).partial().extend({ reason: field.reason });

/** State a provider anew: the provider changed (`variation`), or was typed wrong (`entry error`). */
export const varyOrCorrectProvider = providerChanges.extend({
  provider: field.reference,
  because: z.enum(['variation', 'entry error']),
});
export type VaryOrCorrectProvider = z.output<typeof varyOrCorrectProvider>;

export function decideProviderChange(state: ProviderState, command: VaryOrCorrectProvider, { today }: { readonly today: string }): NewEvent[] {
  const { provider, because, reason, ...changes } = command;
  const { terms } = state;
  if (terms === null) {
    return refuse('provider', provider, 'must be a provider of this authority', 'Look the reference up, or register the provider first.', 'not found');
  }
  const changed = restated(terms, changes);
  if (sameTerms(changed, terms)) refuseNoChange('provider', provider);
  const { type } = because === 'variation' ? providerVaried : providerCorrected;
  return [{ type, businessDate: today, payload: { terms: changed, reason } }];
}
