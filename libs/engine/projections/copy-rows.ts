import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from '#engine/database/database.js';
import type { Row } from './row-changes.js';
import { copyText } from './row-statements.js';

/** So many rows become one text at a time: no text grows beyond some hundred kilobytes. */
const PIECE = 1_000;

/** Copies rows into a table by its COPY statement. */
export async function copyRows(tx: Transaction, statement: string, authority: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
  const pieces = function* (): Generator<Buffer> {
    for (let i = 0; i < rows.length; i += PIECE) yield Buffer.from(copyText(authority, columns, rows.slice(i, i + PIECE)));
  };
  await pipeline(pieces, tx.client.query(copyFrom(statement)));
}
