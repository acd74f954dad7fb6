import type { ImportBatch } from '#engine/ledger/ledger.js';

/** What a row said when it was last imported. */
export interface ImportedRow {
  readonly sheet: string;
  /** What the row is known by: its reference, or the JSON array of the columns that identify it. */
  readonly identity: string;
  /** Its values by column as JSON text: people as ids, words about people as digests, blanks left out. */
  readonly content: string;
  /** For a delivery: the reference under which its latest statement stands (`D001`, then `D001 (2)`). */
  readonly standsAs: string | null;
}

/**
 * The rows imported so far. Each import adds what its rows say now; what was said before stays readable. A row is
 * compared with the last one of its identity, whatever commands came later.
 */
export interface ImportedRows {
  /** The last rows imported under these identities, by identity; those never imported are left out. */
  last(authority: string, sheet: string, identities: readonly string[]): Promise<ReadonlyMap<string, ImportedRow>>;
  /** Every identity ever imported in a sheet, the earliest first. */
  identities(authority: string, sheet: string): Promise<readonly string[]>;
  /** Adds rows, in the transaction that writes their events. */
  alongside(authority: string, rows: readonly ImportedRow[]): NonNullable<ImportBatch['alongside']>;
}
