import { readFileSync } from 'node:fs';
import type { Database } from '#engine/database/database.js';
import type { ImportBatch } from '#engine/ledger/ledger.js';
import type { ImportedRow, ImportedRows } from './imported-rows.js';

const sql = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const lastRows = { name: 'workbook-last-rows', text: sql('./last-rows.sql') };
const rowIdentities = { name: 'workbook-row-identities', text: sql('./row-identities.sql') };
const addRows = sql('./add-rows.sql');

/** How many rows are sent in one statement. */
const BATCH = 5_000;

/** The imported rows in PostgreSQL: table `workbook.imported_row`, written in the import's own transaction. */
export class PostgresImportedRows implements ImportedRows {
  constructor(private readonly database: Database) {}

  last(authority: string, sheet: string, identities: readonly string[]): Promise<ReadonlyMap<string, ImportedRow>> {
    return this.database.read([authority], async (tx) => {
      const rows = new Map<string, ImportedRow>();
      for (const some of batches(identities)) {
        const found = await tx.query<{ identity: string; content: string; stands_as: string | null }>(lastRows, [authority, sheet, some]);
        for (const { identity, content, stands_as } of found) rows.set(identity, { sheet, identity, content, standsAs: stands_as });
      }
      return rows;
    });
  }

  identities(authority: string, sheet: string): Promise<readonly string[]> {
    return this.database.read([authority], async (tx) => {
      const rows = await tx.query<{ identity: string }>(rowIdentities, [authority, sheet]);
      return rows.map(({ identity }) => identity);
    });
  }

  alongside(authority: string, rows: readonly ImportedRow[]): NonNullable<ImportBatch['alongside']> {
    return async (query) => {
      for (const some of batches(rows)) {
        const columns = [some.map((row) => row.sheet), some.map((row) => row.identity), some.map((row) => row.content), some.map((row) => row.standsAs)];
        await query(addRows, [authority, ...columns]);
      }
    };
  }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
