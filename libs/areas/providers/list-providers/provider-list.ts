import type { KnownProvider } from '../see-provider/see-provider.query.js';

/** What Nest injects the list by: it has two adapters. */
export const PROVIDER_LIST = Symbol('ProviderList');

/** The providers of authorities, as far as they are folded. */
export interface ProviderList {
  /** At most so many, in the order of their references (by code point), after one of them. */
  page(authority: string, after: string | undefined, limit: number): Promise<readonly KnownProvider[]>;
}
