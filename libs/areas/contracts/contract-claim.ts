import { contractStream } from '#domain/contract/contract.js';
import type { Reference } from '#engine/ledger/ledger.js';

/** Takes a contract's reference in the authority. */
export function contractClaim(reference: string): Reference {
  return { kind: 'contract', reference, stream: contractStream(reference) };
}
