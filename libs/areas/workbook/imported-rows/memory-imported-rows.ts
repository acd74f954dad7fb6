import type { ImportBatch } from '#engine/ledger/ledger.js';
import type { ImportedRow, ImportedRows } from './imported-rows.js';

/** The imported rows in memory, for a ledger in memory. */
export class MemoryImportedRows implements ImportedRows {
  private readonly sheets = new Map<string, Map<string, ImportedRow>>();

  last(authority: string, sheet: string, identities: readonly string[]): Promise<ReadonlyMap<string, ImportedRow>> {
    const rows = this.of(authority, sheet);
    return Promise.resolve(new Map(identities.flatMap((identity) => (rows.has(identity) ? [[identity, rows.get(identity)!]] : []))));
  }

  identities(authority: string, sheet: string): Promise<readonly string[]> {
    return Promise.resolve([...this.of(authority, sheet).keys()]);
  }

  alongside(authority: string, rows: readonly ImportedRow[]): NonNullable<ImportBatch['alongside']> {
    return () => {
      for (const row of rows) this.of(authority, row.sheet).set(row.identity, row);
      return Promise.resolve();
    };
  }

  private of(authority: string, sheet: string): Map<string, ImportedRow> {
    const key = JSON.stringify([authority, sheet]);
    let rows = this.sheets.get(key);
    if (!rows) this.sheets.set(key, (rows = new Map()));
    return rows;
  }
}
