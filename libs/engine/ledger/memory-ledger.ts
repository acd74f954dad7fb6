import { systemClock, type Clock } from '#domain/kernel/clock.js';
import type { EventCatalogue, RecordedEvent } from '#domain/kernel/event.js';
import { canonicalJson } from './canonical-json.js';
import { checkName, encodeGroup } from './encoded-group.js';
import { EventCodec, type EncodedEvent } from './event-codec.js';
import { checkBatch } from './import-check.js';
import type { AppendGroup, AppendOutcome, AsidePage, Head, ImportBatch, Ledger, LedgerVerification, Placement, StreamsPage } from './ledger.js';
import { MemoryBook, MemoryBooks, type Entered, type MemoryEntry } from './memory-book.js';
import { Verification } from './verification.js';
import type { SaltedText } from './stored-event.js';

export interface MemoryLedgerOptions {
  readonly catalogue: EventCatalogue;
  /** For all authorities or for some; the machine's where it is undefined. */
  readonly clock?: Clock | ((authority: string) => Clock | undefined) | undefined;
  /** The ledgers to work on; none yet unless given. */
  readonly books?: MemoryBooks;
  /** Takes what an import writes beside the ledger; without it such an import is refused. */
  readonly alongside?: (text: string, values: readonly unknown[]) => Promise<unknown>;
}

/** Ledgers in memory: the twin of those in PostgreSQL, for tests and second counts. */
export class MemoryLedger implements Ledger {
  private readonly codec: EventCodec;
  private readonly clockOf: (authority: string) => Clock;
  private readonly books: MemoryBooks;
  private readonly listeners = new Set<(authority: string, position: number) => void>();

  constructor(private readonly options: MemoryLedgerOptions) {
    const { catalogue, clock, books } = options;
    this.books = books ?? new MemoryBooks();
    this.codec = new EventCodec(catalogue);
    this.clockOf = (authority) => (typeof clock === 'function' ? clock(authority) : clock) ?? systemClock;
  }

  async open(authority: string, name: string): Promise<boolean> {
    checkName(authority, 'authority');
    checkName(name, 'name');
    if (this.books.has(authority)) return false;
    this.books.set(authority, new MemoryBook(authority, name));
    return true;
  }

  async append(group: AppendGroup): Promise<AppendOutcome> {
    const encoded = encodeGroup(this.codec, group, this.clockOf(group.authority).now());
    const expected = encoded.writes.map((write) => [write.stream, write.expectedVersion] as const);
    return this.enter(group.authority, encoded, expected);
  }

  async import(batch: ImportBatch): Promise<AppendOutcome> {
    const requestHash = checkBatch(batch);
    const answer = canonicalJson(batch.answer ?? {}, 'answer');
    const opened = batch.opensAs !== undefined && (await this.open(batch.authority, batch.opensAs));
    try {
      return await this.enterBatch(batch, requestHash, answer);
    } catch (error) {
      if (opened) this.books.delete(batch.authority);
      throw error;
    }
  }

  private async enterBatch(batch: ImportBatch, requestHash: Buffer, answer: string): Promise<AppendOutcome> {
    const { commandId, references } = batch;
    const checked = this.check(batch.authority, { commandId, requestHash, references }, [...batch.expectedVersions]);
    if (!(checked instanceof MemoryBook)) return checked;
    const { events, texts } = this.encodeBatch(batch);
    await batch.alongside?.((text, values) => this.alongside(text, values));
    // Somebody may have appended while the import wrote beside the ledger.
    return this.enter(batch.authority, { commandId, requestHash, answer, events, references, texts }, [...batch.expectedVersions]);
  }

  async erase(group: AppendGroup, digests: readonly string[]): Promise<AppendOutcome> {
    const outcome = await this.append(group);
    if (outcome.outcome === 'appended') {
      for (const digest of digests) this.books.get(group.authority)!.texts.delete(digest);
    }
    return outcome;
  }

  async recorded(authority: string, commandId: string): Promise<({ readonly requestHash: string } & Placement) | undefined> {
    const book = this.books.get(authority);
    const command = book?.commands.get(commandId);
    return command && { requestHash: command.requestHash.toString('hex'), ...book!.placement(command) };
  }

  async read(authority: string, after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.decoded(this.entries(authority).slice(after, after + limit));
  }

  async readStream(authority: string, stream: string, afterVersion = 0, upTo = Infinity): Promise<readonly RecordedEvent[]> {
    const entries = this.books.get(authority)?.streams.get(stream) ?? [];
    return this.decoded(entries.slice(afterVersion).filter(({ position }) => position <= upTo));
  }

  async readStreams({ authority, prefix, after, upTo, limit }: StreamsPage): Promise<readonly RecordedEvent[]> {
    const streams = [...(this.books.get(authority)?.streams.keys() ?? [])].filter((stream) => stream.startsWith(prefix)).sort(byBytes);
    const found: MemoryEntry[] = [];
    for (const stream of streams) {
      if (after && byBytes(stream, after.stream) < 0) continue;
      const from = after?.stream === stream ? after.version : 0;
      found.push(...this.books.get(authority)!.streams.get(stream)!.filter(({ version, position }) => version > from && position <= upTo));
      if (found.length >= limit) break;
    }
    return this.decoded(found.slice(0, limit));
  }

  async readAside({ authority, prefix, types, after, upTo }: AsidePage): Promise<readonly RecordedEvent[]> {
    const entries = this.entries(authority).slice(after, upTo);
    return this.decoded(entries.filter(({ stream, type }) => !stream.startsWith(prefix) || types.includes(type)));
  }

  async readPositions(authority: string, positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    const wanted = [...new Set(positions)].sort((a, b) => a - b);
    const entries = this.entries(authority);
    return this.decoded(wanted.flatMap((position) => entries[position - 1] ?? []));
  }

  async heads(): Promise<readonly Head[]> {
    const heads = [...this.books.values()].map(headOf);
    return heads.sort((a, b) => byBytes(a.authority, b.authority));
  }

  async head(authority: string): Promise<Head | undefined> {
    const book = this.books.get(authority);
    return book && headOf(book);
  }

  async positionAt(authority: string, instant: string): Promise<number> {
    const moment = new Date(instant).toISOString();
    return this.entries(authority).findLast(({ recordedAt }) => recordedAt <= moment)?.position ?? 0;
  }

  async recordedAt(authority: string, position: number): Promise<string | null> {
    return this.entries(authority)[position - 1]?.recordedAt ?? null;
  }

  async find(authority: string, kind: string, reference: string): Promise<string | undefined> {
    return this.books.get(authority)?.holder(kind, reference);
  }

  async findAll(authority: string, kind: string, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const book = this.books.get(authority);
    return new Map(
      references.flatMap((reference) => {
        const stream = book?.holder(kind, reference);
        return stream === undefined ? [] : [[reference, stream] as const];
      }),
    );
  }

  async texts(authority: string, digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = this.books.get(authority)?.texts;
    return new Map(digests.flatMap((digest) => (texts?.has(digest) ? [[digest, texts.get(digest)!.text]] : [])));
  }

  async verify(authority: string, progress?: (position: number, of: number) => void): Promise<LedgerVerification> {
    const book = this.books.get(authority);
    const entries = book?.entries ?? [];
    const verification = new Verification(authority, entries.length);
    for (const entry of entries) verification.entry(entry);
    for (const [commandId, { first, position: last, hashes, recordedAt }] of book?.commands ?? []) {
      const there = entries.slice(first - 1, last);
      const found = Buffer.concat(there.map(({ hash }) => hash));
      const positions = there.map(({ position }) => position);
      const otherMoments = there.filter((entry) => entry.recordedAt !== recordedAt).map(({ position }) => position);
      verification.command({ commandId, first, last, wrote: Buffer.concat(hashes), positions, found, recordedAt, otherMoments });
    }
    for (const text of book?.texts.values() ?? []) verification.text(text);
    progress?.(entries.length, entries.length);
    return verification.finish();
  }

  onAppended(listener: (authority: string, position: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Answers why something cannot be entered, or the book to enter it in. */
  private check(
    authority: string,
    { commandId, requestHash, references }: Pick<Entered, 'commandId' | 'requestHash' | 'references'>,
    expectedVersions: Iterable<readonly [stream: string, version: number]>,
  ): AppendOutcome | MemoryBook {
    const book = this.books.get(authority);
    if (!book) return { outcome: 'unknown authority' };
    const earlier = book.commands.get(commandId);
    if (earlier && !earlier.requestHash.equals(requestHash)) return { outcome: 'another request' };
    if (earlier) return { outcome: 'repeated', ...book.placement(earlier) };
    for (const [stream, expected] of expectedVersions) {
      const actual = book.version(stream);
      if (actual !== expected) return { outcome: 'version conflict', stream, expected, actual };
    }
    for (const { kind, reference } of references) {
      const stream = book.holder(kind, reference);
      if (stream !== undefined) return { outcome: 'reference taken', kind, reference, stream };
    }
    return book;
  }

  private enter(
    authority: string,
    entered: Entered,
    expectedVersions: Iterable<readonly [stream: string, version: number]>,
  ): AppendOutcome {
    const checked = this.check(authority, entered, expectedVersions);
    if (!(checked instanceof MemoryBook)) return checked;
    const placement = checked.enter(entered, this.clockOf(authority).now());
    for (const listener of this.listeners) listener(authority, placement.position);
    return { outcome: 'appended', ...placement };
  }

  private encodeBatch({ authority, actor, events, expectedVersions, progress }: ImportBatch) {
    const at = this.clockOf(authority).now();
    const versions = new Map<string, number>();
    const texts: SaltedText[] = [];
    const encoded: EncodedEvent[] = events.map(({ stream, event }) => {
      const version = (versions.get(stream) ?? expectedVersions.get(stream)!) + 1;
      versions.set(stream, version);
      return this.codec.encode(event, { authority, stream, version, actor }, at, texts);
    });
    progress?.(events.length);
    return { events: encoded, texts };
  }

  private async alongside(text: string, values: readonly unknown[]): Promise<unknown> {
    if (!this.options.alongside) throw new Error('This ledger in memory has no tables beside it.');
    return this.options.alongside(text, values);
  }

  private entries(authority: string): readonly MemoryEntry[] {
    return this.books.get(authority)?.entries ?? [];
  }

  private decoded(entries: readonly MemoryEntry[]): readonly RecordedEvent[] {
    return entries.map((entry) => this.codec.decode(entry));
  }
}

function headOf({ authority, name, entries, last }: MemoryBook): Head {
  return { authority, name, position: entries.length, recordedAt: last?.recordedAt ?? null };
}

/** By UTF-8 bytes, as PostgreSQL's collation C. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
