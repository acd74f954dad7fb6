import { randomFillSync } from 'node:crypto';
import type { Instant } from '#domain/kernel/clock.js';

/** Random bytes are drawn a few thousand at a time: one call to the system for many events. */
const pool = Buffer.alloc(8_192);
let used = pool.length;

/** Fresh random bytes of the caller's own. */
export function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. Sorts by time. */
export function eventId(at: Instant): string {
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(milliseconds(at), 0, 6);
  randomBytes(10).copy(bytes, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

let last = { at: '', ms: 0 };

/** Many events come at one moment. */
function milliseconds(at: Instant): number {
  if (last.at !== at) last = { at, ms: Date.parse(at) };
  return last.ms;
}
