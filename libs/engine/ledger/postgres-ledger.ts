import { pino } from 'pino';
import { systemClock, type Clock } from '#domain/kernel/clock.js';
import type { EventCatalogue, RecordedEvent } from '#domain/kernel/event.js';
import type { Database } from '#engine/database/database.js';
import { callAppend, type CallOutcome } from './append-call.js';
import { ClockWatch, type LedgerLog } from './clock-watch.js';
import { checkName, encodeGroup, type EncodedGroup } from './encoded-group.js';
import { EventCodec } from './event-codec.js';
import { Gatherer, gathererDefaults, type GathererSettings } from './gatherer.js';
import { readAsidePage, readLongPage, readStreamsPage } from './bulk-reads.js';
import type { AppendGroup, AppendOutcome, AsidePage, Head, ImportBatch, Ledger, LedgerVerification, Placement, StreamsPage } from './ledger.js';
import { appendAndErase } from './postgres-erase.js';
import { importBatch } from './postgres-import.js';
import { PositionsAt } from './postgres-position-at.js';
import { verifyLedger } from './postgres-verify.js';
import { statements } from './statements.js';
import type { StoredEvent } from './stored-event.js';

/** As many entries as are better copied out than answered row by row. */
const WORTH_COPYING = 1_000;

export interface PostgresLedgerOptions {
  readonly database: Database;
  /** Every type of event that is appended or read. */
  readonly catalogue: EventCatalogue;
  /**
   * What gives entries their moments, for all authorities or for some; where it is undefined, the database's clock
   * does. Only one process at a time may append to an authority by a clock of its own.
   */
  readonly clock?: Clock | ((authority: string) => Clock | undefined) | undefined;
  /** Told of a clock that jumps forward; writes to standard error unless given. */
  readonly log?: LedgerLog;
  readonly gathering?: Partial<GathererSettings>;
}

/** Ledgers in PostgreSQL: appended to by one SQL function, imported by COPY, read under row-level security. */
export class PostgresLedger implements Ledger {
  private readonly database: Database;
  private readonly codec: EventCodec;
  private readonly clockOf: (authority: string) => Clock | undefined;
  private readonly patience: number;
  private readonly answerWithin: number;
  private readonly gatherer: Gatherer;
  private readonly positions: PositionsAt;
  private readonly log: LedgerLog;
  private readonly watch: ClockWatch;
  private readonly listeners = new Set<(authority: string, position: number) => void>();

  constructor({ database, catalogue, clock, log, gathering }: PostgresLedgerOptions) {
    const settings = { ...gathererDefaults, ...gathering };
    this.database = database;
    this.codec = new EventCodec(catalogue);
    this.clockOf = typeof clock === 'function' ? clock : () => clock;
    this.patience = settings.patience;
    this.answerWithin = settings.answerWithin;
    this.log = log ?? pino(pino.destination(2));
    this.watch = new ClockWatch(this.log);
    this.positions = new PositionsAt(database, settings);
    this.gatherer = new Gatherer((groups, wait) => this.send(groups, wait), settings);
  }

  async open(authority: string, name: string): Promise<boolean> {
    checkName(authority, 'authority');
    checkName(name, 'name');
    const [row] = await this.database.query<{ opened: boolean }>('select ledger.open($1, $2) as opened', [authority, name]);
    return row!.opened;
  }

  async append(group: AppendGroup): Promise<AppendOutcome> {
    return this.gatherer.append(this.encode(group));
  }

  async import(batch: ImportBatch): Promise<AppendOutcome> {
    const now = this.clockOf(batch.authority);
    const outcome = await importBatch({ database: this.database, codec: this.codec, clock: now, patience: this.patience }, batch);
    this.tell(batch.authority, outcome);
    return outcome;
  }

  async erase(group: AppendGroup, digests: readonly string[]): Promise<AppendOutcome> {
    const timed = { group: this.encode(group), at: this.clockOf(group.authority)?.now() ?? null };
    const outcome = await appendAndErase(this.database, timed, digests, this.patience);
    this.tell(group.authority, outcome);
    return outcome;
  }

  async recorded(authority: string, commandId: string): Promise<({ readonly requestHash: string } & Placement) | undefined> {
    const [row] = await this.ask<RecordedRow>(authority, 'select * from ledger.recorded($1, $2)', [commandId]);
    return (
      row && {
        requestHash: row.request_hash.toString('hex'),
        first: row.first_position,
        position: row.last_position,
        recordedAt: row.moment,
        versions: JSON.parse(row.versions) as Record<string, number>,
        answer: JSON.parse(row.answer) as object,
      }
    );
  }

  async read(authority: string, after: number, limit: number): Promise<readonly RecordedEvent[]> {
    if (limit < WORTH_COPYING) return this.entries(authority, statements.entriesAfter, [after, limit]);
    return (await readLongPage(this.database, authority, after, limit)).map((entry) => this.codec.decode(entry));
  }

  async readStream(authority: string, stream: string, afterVersion = 0, upTo?: number): Promise<readonly RecordedEvent[]> {
    return this.entries(authority, statements.entriesOfStream, [stream, afterVersion, upTo ?? null]);
  }

  async readStreams(page: StreamsPage): Promise<readonly RecordedEvent[]> {
    return (await readStreamsPage(this.database, page)).map((entry) => this.codec.decode(entry));
  }

  async readAside(page: AsidePage): Promise<readonly RecordedEvent[]> {
    return (await readAsidePage(this.database, page)).map((entry) => this.codec.decode(entry));
  }

  async readPositions(authority: string, positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    const entries = await this.entries(authority, statements.entriesAt, [positions]);
    return entries.toSorted((a, b) => a.position - b.position);
  }

  async heads(): Promise<readonly Head[]> {
    return this.database.as('svl_projector', (tx) => tx.query<Head & object>(statements.heads, [null]));
  }

  async head(authority: string): Promise<Head | undefined> {
    const [head] = await this.ask<Head>(authority, statements.heads, []);
    return head;
  }

  async positionAt(authority: string, instant: string): Promise<number> {
    // What is on its way bears an earlier moment already, if that comes from a clock of ours.
    if (this.clockOf(authority)) await this.gatherer.settled();
    return this.positions.positionAt(authority, instant);
  }

  async recordedAt(authority: string, position: number): Promise<string | null> {
    const [entry] = await this.ask<StoredEvent>(authority, statements.entriesAt, [[position]]);
    return entry?.recordedAt ?? null;
  }

  async find(authority: string, kind: string, reference: string): Promise<string | undefined> {
    const sql = 'select stream from ledger.reference where authority = $1 and kind = $2 and reference = $3';
    const [row] = await this.ask<{ stream: string }>(authority, sql, [kind, reference]);
    return row?.stream;
  }

  async findAll(authority: string, kind: string, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (references.length === 0) return new Map();
    const rows = await this.ask<{ reference: string; stream: string | null }>(authority, statements.references, [kind, references]);
    return new Map(rows.flatMap(({ reference, stream }) => (stream === null ? [] : [[reference, stream] as const])));
  }

  async texts(authority: string, digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (digests.length === 0) return new Map();
    const bytes = digests.map((digest) => Buffer.from(digest, 'hex'));
    const rows = await this.ask<{ digest: string; text: string }>(authority, statements.texts, [bytes]);
    return new Map(rows.map(({ digest, text }) => [digest, text]));
  }

  verify(authority: string, progress?: (position: number, of: number) => void): Promise<LedgerVerification> {
    return verifyLedger(this.database, authority, progress);
  }

  onAppended(listener: (authority: string, position: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private encode(group: AppendGroup): EncodedGroup {
    return encodeGroup(this.codec, group, (this.clockOf(group.authority) ?? systemClock).now());
  }

  private async send(groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> {
    const timed = groups.map((group) => ({ group, at: this.clockOf(group.authority)?.now() ?? null }));
    const outcomes = await callAppend((statement, values) => this.database.query(statement, values), timed, wait, this.answerWithin);
    outcomes.forEach((outcome, i) => this.tell(groups[i]!.authority, outcome));
    return outcomes;
  }

  private tell(authority: string, outcome: CallOutcome): void {
    if (outcome.outcome !== 'appended') return;
    if (!this.clockOf(authority)) this.watch.look(authority, outcome.recordedAt);
    for (const listener of this.listeners) {
      try {
        listener(authority, outcome.position);
      } catch (error) {
        this.log.warn({ authority, err: error }, 'Somebody who wanted to hear of an entry failed to listen.');
      }
    }
  }

  private async entries(authority: string, sql: string, values: readonly unknown[]): Promise<readonly RecordedEvent[]> {
    const rows = await this.ask<StoredEvent>(authority, sql, values);
    return rows.map((row) => this.codec.decode(row));
  }

  private ask<Row extends object>(authority: string, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.read([authority], (tx) => tx.query<Row>(sql, [authority, ...values]));
  }
}

interface RecordedRow {
  readonly request_hash: Buffer;
  readonly first_position: number;
  readonly last_position: number;
  readonly moment: string;
  readonly answer: string;
  readonly versions: string;
}
