import { readFileSync } from 'node:fs';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { defineProjection, type Rows } from '#engine/projections/projection.js';
import { upsertTable } from '#engine/projections/table.js';

/** The providers of an authority as they stand. */
export const provider = upsertTable({
  key: ['provider'],
  columns: {
    provider: 'text',
    /** The version of the provider's stream. */
    version: 'integer',
    /** Its terms, as JSON. */
    terms: 'jsonb',
  },
  ddl: readFileSync(new URL('./provider.sql', import.meta.url), 'utf8'),
});

const tables = { provider };

export const providersProjection = defineProjection({
  name: 'providers',
  version: 1,
  tables,
  rows(event, _around, rows: Rows<typeof tables>) {
    if (!event.stream.startsWith('provider:')) return;
    const { terms } = event.payload as { terms: ProviderTerms };
    rows.provider.put({ provider: terms.reference, version: event.version, terms: JSON.stringify(terms) });
  },
});
