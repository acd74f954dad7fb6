import { OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Reference } from '#engine/ledger/ledger.js';

/** Takes a measure's reference in the authority. */
export function measureClaim(reference: string): Reference {
  return { kind: 'measure', reference, stream: OWN_MEASURES_STREAM };
}
