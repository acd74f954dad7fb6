import { systemClock, type Clock } from '#domain/kernel/clock.js';
import type { Database, Transaction } from '#engine/database/database.js';
import { textArray } from './binary-array.js';
import { canonicalJson } from './canonical-json.js';
import { copyBytes, copyRows, copyText } from './copy-rows.js';
import type { EventCodec } from './event-codec.js';
import { heldTooLong, isHeldLock } from './held-head.js';
import { checkBatch } from './import-check.js';
import type { AppendOutcome, ImportBatch, Placement } from './ledger.js';
import { statements } from './statements.js';
import type { SaltedText } from './stored-event.js';

/** So many entries, when they are a fair part of the ledger too, are worth telling the planner about. */
const WORTH_ANALYSING = 10_000;
const FAIR_PART = 5;
/** Entries between two calls of `progress`. */
const PROGRESS_EVERY = 1_000;

export interface Importing {
  readonly database: Database;
  readonly codec: EventCodec;
  /** Undefined: the database's. */
  readonly clock: Clock | undefined;
  /** Milliseconds to wait for the head. */
  readonly patience: number;
}

/** Imports a batch: holds the head while it copies positioned rows, under the role that may. */
export async function importBatch(importing: Importing, batch: ImportBatch): Promise<AppendOutcome> {
  const { database, patience } = importing;
  const answer = canonicalJson(batch.answer ?? {}, 'answer');
  const requestHash = checkBatch(batch);
  let outcome: AppendOutcome;
  try {
    outcome = await database.as('svl_import', async (tx) => {
      await tx.query('select set_config($1, $2, true), set_config($3, $4, true)', [
        'lock_timeout',
        `${patience}ms`,
        'enable_seqscan',
        'off',
      ]);
      return (await obstacle(tx, batch, requestHash)) ?? (await write(tx, importing, batch, requestHash, answer));
    });
  } catch (error) {
    throw isHeldLock(error) ? heldTooLong(batch.authority) : error;
  }
  const many = batch.events.length >= WORTH_ANALYSING;
  if (outcome.outcome === 'appended' && many && batch.events.length * FAIR_PART >= outcome.position) {
    await database.as('svl_import', (tx) => tx.query('select ledger.analyse($1)', [batch.authority]));
  }
  return outcome;
}

/** Opens the ledger, where the batch does, locks its head, and answers why the batch cannot be written, if so. */
async function obstacle(tx: Transaction, batch: ImportBatch, requestHash: Buffer): Promise<AppendOutcome | undefined> {
  const { authority, commandId, expectedVersions, references, opensAs } = batch;
  if (opensAs !== undefined) await tx.query('select ledger.open($1, $2)', [authority, opensAs]);
  const [lock] = await tx.query<{ locked: boolean }>('select ledger.lock_head($1) as locked', [authority]);
  if (!lock!.locked) return { outcome: 'unknown authority' };

  const [earlier] = await tx.query<RecordedRow>('select * from ledger.recorded($1, $2)', [authority, commandId]);
  if (earlier) {
    if (!earlier.request_hash.equals(requestHash)) return { outcome: 'another request' };
    return {
      outcome: 'repeated',
      first: earlier.first_position,
      position: earlier.last_position,
      recordedAt: earlier.moment,
      versions: JSON.parse(earlier.versions) as Record<string, number>,
      answer: JSON.parse(earlier.answer) as object,
    };
  }
  const reached = await tx.query<{ stream: string; version: number }>(statements.importStreams, [
    authority,
    textArray([...expectedVersions.keys()]),
  ]);
  for (const { stream, version } of reached) {
    const expected = expectedVersions.get(stream)!;
    if (version !== expected) return { outcome: 'version conflict', stream, expected, actual: version };
  }
  const [taken] = await tx.query<{ kind: string; reference: string; stream: string }>(statements.importReferences, [
    authority,
    textArray(references.map(({ kind }) => kind)),
    textArray(references.map(({ reference }) => reference)),
  ]);
  return taken && { outcome: 'reference taken', kind: taken.kind, reference: taken.reference, stream: taken.stream };
}

interface RecordedRow {
  readonly request_hash: Buffer;
  readonly first_position: number;
  readonly last_position: number;
  readonly moment: string;
  readonly answer: string;
  readonly versions: string;
}

async function write(
  tx: Transaction,
  importing: Importing,
  batch: ImportBatch,
  requestHash: Buffer,
  answer: string,
): Promise<AppendOutcome> {
  const { authority, commandId } = batch;
  const now = importing.clock?.now() ?? null;
  const [head] = await tx.query<{ position: number; moment: string }>(statements.importHead, [authority, now]);
  const first = head!.position + 1;
  const recordedAt = head!.moment;
  const copying = new Rows(importing, batch, first, recordedAt);

  await copyRows(tx, COPY_EVENTS, copying.events());
  await copyRows(tx, COPY_REFERENCES, copying.references());
  await copyRows(tx, COPY_TEXTS, copying.texts());
  const position = first + batch.events.length - 1;
  await tx.query(statements.importCommand, [
    authority,
    commandId,
    requestHash,
    first,
    position,
    recordedAt,
    Buffer.concat(copying.hashes),
    answer,
  ]);
  await alongside(tx, batch);
  const placement: Placement = {
    first,
    position,
    recordedAt,
    versions: Object.fromEntries(copying.versions),
    answer: JSON.parse(answer) as object,
  };
  return { outcome: 'appended', ...placement };
}

/** What stands or falls with the import is written as the application, which sees this authority alone. */
async function alongside(tx: Transaction, { authority, alongside: work }: ImportBatch): Promise<void> {
  if (!work) return;
  await tx.query('set local role none');
  await tx.query("select set_config('svl.authorities', array[$1::text]::text, true)", [authority]);
  await work((text, values) => tx.query(text, values));
}

const COPY_EVENTS =
  'copy ledger.event (authority, position, stream, version, event_id, type, schema_version, business_date, recorded_at, ' +
  'actor, payload, hash) from stdin';
const COPY_REFERENCES = 'copy ledger.reference (authority, kind, reference, stream) from stdin';
const COPY_TEXTS = 'copy ledger.erasable_text (authority, digest, salt, text) from stdin';

/** The rows of a batch, encoded while they are copied, so that this process and the server work at the same time. */
class Rows {
  readonly hashes: Buffer[] = [];
  /** The version that each stream has reached, in the order in which the streams first appear. */
  readonly versions = new Map<string, number>();
  private readonly salted: SaltedText[] = [];

  constructor(
    private readonly importing: Importing,
    private readonly batch: ImportBatch,
    private readonly first: number,
    private readonly recordedAt: string,
  ) {}

  *events(): Generator<string> {
    const { authority, actor, events, expectedVersions, progress } = this.batch;
    const { codec, clock = systemClock } = this.importing;
    const at = clock.now();
    // What is the same in every row, or nearly so, is escaped once.
    const [book, person] = [copyText(authority), copyText(actor)];
    for (const [i, { stream, event }] of events.entries()) {
      const version = (this.versions.get(stream) ?? expectedVersions.get(stream)!) + 1;
      const one = codec.encode(event, { authority, stream, version, actor }, at, this.salted);
      this.versions.set(stream, version);
      this.hashes.push(one.hash);
      yield (
        `${book}\t${this.first + i}\t${copyText(stream)}\t${version}\t${one.eventId}\t${copyText(one.type)}\t${one.schemaVersion}\t` +
        `${one.businessDate}\t${this.recordedAt}\t${person}\t${copyText(one.payload)}\t${copyBytes(one.hash)}\n`
      );
      if ((i + 1) % PROGRESS_EVERY === 0) progress?.(i + 1);
    }
    progress?.(events.length);
  }

  *references(): Generator<string> {
    const book = copyText(this.batch.authority);
    for (const { kind, reference, stream } of this.batch.references) {
      yield `${book}\t${copyText(kind)}\t${copyText(reference)}\t${copyText(stream)}\n`;
    }
  }

  *texts(): Generator<string> {
    const book = copyText(this.batch.authority);
    for (const { digest, salt, text } of this.salted) {
      yield `${book}\t${copyBytes(digest)}\t${copyBytes(salt)}\t${copyText(text)}\n`;
    }
  }
}
