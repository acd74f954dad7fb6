import type { Database } from '#engine/database/database.js';
import type { LedgerVerification } from './ledger.js';
import { statements } from './statements.js';
import type { SaltedText, StoredEvent } from './stored-event.js';
import { Verification, type CommandCheck } from './verification.js';

const ENTRIES = 5_000;
const COMMANDS = 2_000;
const TEXTS = 2_000;

/** Verifies one ledger in pages, each a short transaction, beside whatever is being appended. */
export async function verifyLedger(
  database: Database,
  authority: string,
  progress?: (position: number, of: number) => void,
): Promise<LedgerVerification> {
  const ask = <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> =>
    database.read([authority], (tx) => tx.query<Row>(sql, [authority, ...values]));

  const [extent] = await ask<{ entries: number; commands: number }>(statements.verifyExtent, []);
  const to = Math.max(extent!.entries, extent!.commands);
  const verification = new Verification(authority, to);

  for (let after = 0, page = ENTRIES; page === ENTRIES; ) {
    const entries = await ask<StoredEvent & { hash: Buffer }>(statements.verifyEntries, [after, to, ENTRIES]);
    for (const entry of entries) verification.entry(entry);
    page = entries.length;
    after = entries.at(-1)?.position ?? after;
    progress?.(after, to);
  }
  for (let after = '', page = COMMANDS; page === COMMANDS; ) {
    const commands = await ask<CommandCheck>(statements.verifyCommands, [after, to, COMMANDS]);
    for (const command of commands) verification.command(command);
    page = commands.length;
    after = commands.at(-1)?.commandId ?? after;
  }
  if (verification.commandsDoNotComeOut) {
    const places = await ask<{ from: number; to: number; what: string }>(statements.verifyUnclaimed, [to]);
    for (const place of places) verification.unclaimed(place.from, place.to, place.what === 'claimed twice');
  }
  for (let after = Buffer.alloc(0), page = TEXTS; page === TEXTS; ) {
    const texts = await ask<SaltedText>(statements.verifyTexts, [after, TEXTS]);
    for (const text of texts) verification.text(text);
    page = texts.length;
    after = (texts.at(-1)?.digest as Buffer<ArrayBuffer> | undefined) ?? after;
  }
  return verification.finish();
}
