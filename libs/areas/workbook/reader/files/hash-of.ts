import { createHash } from 'node:crypto';
import type { ByteSource } from './byte-source.js';

/** SHA-256 of all bytes, hexadecimal. */
export async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source.stream()) hash.update(piece);
  return hash.digest('hex');
}
