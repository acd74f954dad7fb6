import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What an upload is known by. */
export const uploadId = z.string().regex(/^UP-[0-9a-f]{16}$/, 'must be an upload\nLook for it among the imports of the authority.');

export function newUploadId(): string {
  return `UP-${randomBytes(8).toString('hex')}`;
}
