import { createHash } from 'node:crypto';
import { contractStream } from '#domain/contract/contract.js';
import type { Reference } from '#engine/ledger/ledger.js';

/** Capitals and digits that are not mistaken for one another when read aloud or copied. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference for a commitment whose sender chose none. A command that is sent again gets the same. */
export function commitmentReferenceFor(authority: string, commandId: string): string {
  const hash = createHash('sha256').update(`commitment\n${authority}\n${commandId}`).digest();
  return `K-${[...hash.subarray(0, 10)].map((byte) => SYMBOLS[byte % 32]).join('')}`;
}

/** Takes a commitment's reference in the authority. */
export function commitmentClaim(contract: string, reference: string): Reference {
  return { kind: 'commitment', reference, stream: contractStream(contract) };
}
