import { z } from 'zod';
import type { Evolution } from '../kernel/decider.js';
import { defineEvent, erasableText } from '../kernel/event.js';
import { type ProviderTerms, providerTerms } from './provider-terms.js';

const changed = z.strictObject({ terms: providerTerms, reason: erasableText() });

/** A provider became known to the authority. */
export const providerRegistered = defineEvent('ProviderRegistered', z.strictObject({ terms: providerTerms }));
/** The provider changed; a change of type moves amounts between types from this entry on. */
export const providerVaried = defineEvent('ProviderVaried', changed);
/** The provider was typed wrong. */
export const providerCorrected = defineEvent('ProviderCorrected', changed);

export const providerEvents = [providerRegistered, providerVaried, providerCorrected] as const;

/** A provider's stream: the terms that stand, null before registration. */
export interface ProviderState {
  readonly version: number;
  readonly terms: ProviderTerms | null;
}

export const providerEvolution: Evolution<ProviderState> = {
  initial: { version: 0, terms: null },
  evolve(state, event) {
    if (!providerEvents.some(({ type }) => type === event.type)) throw new Error(`A provider's stream holds an event of the unknown type ${event.type}.`);
    return { version: state.version + 1, terms: (event.payload as { terms: ProviderTerms }).terms };
  },
};

export function providerStream(reference: string): string {
  return `provider:${reference}`;
}
