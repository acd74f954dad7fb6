import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import { sharesOf } from '#domain/contract/contract.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { fold } from '#domain/kernel/decider.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { Stood } from './as-it-stood.js';

/** Fields of entries that hold a provider’s reference. */
const PROVIDERS = new Set(['provider', 'lead']);

/** The names of providers by reference, as they were known at a position; undefined: as they are known now. */
export async function providerNames(ledger: Ledger, authority: string, references: Iterable<string>, knownTo?: number): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const reference of new Set(references)) {
    const { terms } = fold(providerEvolution, await ledger.readStream(authority, providerStream(reference), 0, knownTo));
    if (terms) names.set(reference, terms.name);
  }
  return names;
}

/** Every provider that a sentence about an entry may name. */
export function providersOf({ payload }: Pick<RecordedEvent, 'payload'>, { before, after }: Stood): readonly string[] {
  const named = [before, after].flatMap((state) => {
    if (state.terms === null) return [];
    const { commitment } = payload as { commitment?: unknown };
    const of = typeof commitment === 'string' && Object.hasOwn(state.commitments, commitment) ? state.commitments[commitment]!.terms.provider : null;
    return [state.terms.lead, ...sharesOf(state).map(({ provider }) => provider), ...(of === null ? [] : [of])];
  });
  return [...named, ...providersIn(payload)];
}

function providersIn(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([name, value]) => (PROVIDERS.has(name) && typeof value === 'string' ? [value] : providersIn(value)));
}
