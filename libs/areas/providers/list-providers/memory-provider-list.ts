import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { byCodePoint } from '#domain/kernel/split.js';
import type { MemoryStore } from '#engine/projections/memory-store.js';
import type { TableRow } from '#engine/projections/projection.js';
import type { KnownProvider } from '../see-provider/see-provider.query.js';
import type { ProviderList } from './provider-list.js';
import type { provider } from './providers.projection.js';

/** The list that the fold wrote to memory. */
export class MemoryProviderList implements ProviderList {
  constructor(private readonly store: MemoryStore) {}

  page(authority: string, after: string | undefined, limit: number): Promise<readonly KnownProvider[]> {
    const rows = this.store.rows('provider', authority) as readonly TableRow<typeof provider>[];
    const page = rows
      .filter((row) => after === undefined || byCodePoint(row.provider, after) > 0)
      .sort((a, b) => byCodePoint(a.provider, b.provider))
      .slice(0, limit);
    return Promise.resolve(page.map(({ version, terms }) => ({ ...(JSON.parse(terms) as ProviderTerms), version })));
  }
}
