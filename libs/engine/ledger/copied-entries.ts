import { to as copyTo } from 'pg-copy-streams';
import type { Transaction } from '#engine/database/database.js';
import type { StoredEvent } from './stored-event.js';

const TAB = 9;
const LINE_FEED = 10;
const BACKSLASH = 92;

/** What is selected, in this order, for `copiedEntries` to read. */
export const COPIED_COLUMNS =
  'position, stream, version, event_id, type, schema_version, business_date, recorded_at, actor, payload';

/**
 * Entries of one authority as COPY gives them out: for bulk reading, a quarter of what rows cost that are parsed one by
 * one. The session's time zone must be UTC.
 * @param select a query for `COPIED_COLUMNS`
 */
export async function copiedEntries(tx: Transaction, authority: string, select: string): Promise<StoredEvent[]> {
  const entries: StoredEvent[] = [];
  const reader = new LineReader(authority, entries);
  for await (const chunk of tx.client.query(copyTo(`copy (${select}) to stdout`))) reader.take(chunk as Buffer);
  return entries;
}

/** Cuts chunks into lines and lines into entries. Each text is read from the bytes, so that none keeps a chunk alive. */
class LineReader {
  private rest: Buffer | undefined;
  /** Where the next backslash is in the bytes at hand. */
  private backslash = -1;
  /** The moment of the entry before, as the database wrote it and as we do: entries come in runs of one moment. */
  private moment = { written: '', iso: '' };

  constructor(
    private readonly authority: string,
    private readonly entries: StoredEvent[],
  ) {}

  take(chunk: Buffer): void {
    const bytes = this.rest === undefined ? chunk : Buffer.concat([this.rest, chunk]);
    this.backslash = -1;
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      this.entries.push(this.entry(bytes, from, end));
      from = end + 1;
    }
    this.rest = from < bytes.length ? bytes.subarray(from) : undefined;
  }

  private entry(bytes: Buffer, from: number, end: number): StoredEvent {
    let at = from;
    const escaped = this.escapedIn(bytes, from, end);
    const next = (): string => {
      const tab = bytes.indexOf(TAB, at);
      const stop = tab === -1 || tab > end ? end : tab;
      const value = bytes.toString('utf8', at, stop);
      at = stop + 1;
      return escaped ? unescaped(value) : value;
    };
    return {
      authority: this.authority,
      position: Number(next()),
      stream: next(),
      version: Number(next()),
      eventId: next(),
      type: next(),
      schemaVersion: Number(next()),
      businessDate: next(),
      recordedAt: this.instant(next()),
      actor: next(),
      payload: next(),
    };
  }

  /** Whether a line holds anything escaped. The next backslash is looked for once, however many lines come before it. */
  private escapedIn(bytes: Buffer, from: number, end: number): boolean {
    if (this.backslash < from) {
      const found = bytes.indexOf(BACKSLASH, from);
      this.backslash = found === -1 ? bytes.length : found;
    }
    return this.backslash < end;
  }

  private instant(written: string): string {
    if (written !== this.moment.written) this.moment = { written, iso: new Date(written).toISOString() };
    return this.moment.iso;
  }
}

/** A value as it was before COPY's text format escaped it. */
function unescaped(value: string): string {
  return value.includes('\\') ? value.replace(/\\(.)/g, (_, character: string) => meanings[character] ?? character) : value;
}

const meanings: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };
