import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from '#engine/database/database.js';

/** Characters sent at a time. */
const CHUNK = 64 * 1024;

/** Copies rows into a table: `lines` gives each with tabs between its columns and a line feed at its end. */
export async function copyRows(tx: Transaction, copy: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunks(lines)), tx.client.query(copyFrom(copy)));
}

/** A text as COPY's text format wants it. */
export function copyText(text: string): string {
  return special.test(text) ? text.replaceAll(specials, (character) => escapes[character]!) : text;
}

/** Bytes as COPY's text format wants them. */
export const copyBytes = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`;

async function* chunks(lines: Iterable<string>): AsyncGenerator<Buffer> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
    await turn();
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

const special = /[\\\n\r\t]/;
const specials = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
