import type { Period } from '../kernel/period.js';

/** What a return is known by within its contract: the member and the period. */
export function returnKey({ provider, from, to }: Period & { readonly provider: string }): string {
  return `${provider}/${from}/${to}`;
}
