import { providerStream } from '#domain/authority/provider.js';
import type { Reference } from '#engine/ledger/ledger.js';

/** Takes a provider's reference in the authority. */
export function providerClaim(reference: string): Reference {
  return { kind: 'provider', reference, stream: providerStream(reference) };
}
