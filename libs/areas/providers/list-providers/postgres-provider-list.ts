import { readFileSync } from 'node:fs';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import type { Reads } from '#engine/database/database.js';
import { projectionSchema } from '#engine/projections/projection.js';
import type { KnownProvider } from '../see-provider/see-provider.query.js';
import type { ProviderList } from './provider-list.js';
import { providersProjection } from './providers.projection.js';

const SCHEMA = projectionSchema(providersProjection.name, providersProjection.version);
const PROVIDERS_AFTER = readFileSync(new URL('./providers-after.sql', import.meta.url), 'utf8').replace('providers.provider', `${SCHEMA}.provider`);

/** The list that the fold wrote to PostgreSQL. */
export class PostgresProviderList implements ProviderList {
  constructor(private readonly database: Reads) {}

  async page(authority: string, after: string | undefined, limit: number): Promise<readonly KnownProvider[]> {
    const rows = await this.database.read([authority], (tx) =>
      tx.query<{ version: number; terms: ProviderTerms }>(PROVIDERS_AFTER, [authority, after ?? null, limit]),
    );
    return rows.map(({ version, terms }) => ({ ...terms, version }));
  }
}
