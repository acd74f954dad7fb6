import type { Period } from '#domain/kernel/period.js';

/** A period as messages write it. */
export function dates({ from, to }: Period): string {
  return from === to ? from : `${from} to ${to}`;
}
