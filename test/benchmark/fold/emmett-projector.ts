import type { Event } from '@event-driven-io/emmett';
import { postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import type pg from 'pg';
import { totalsProjection } from '#areas/totals/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { asOwner, makeDatabase, withConnections } from '../harness/databases.js';
import { AUTHORITY } from '../harness/dataset.js';
import { history, type HistoryEvent } from '../history.js';
import { emmettOn, makeEmmettTables } from '../peers/emmett.js';
import { PureFold } from './pure-fold.js';
import { RowsAsSql } from './rows-as-sql.js';

const projection = totalsProjection as unknown as AnyProjection;
/** Rows of what its type cannot say: the brand of its SQL. */
type Sql = Awaited<ReturnType<Parameters<typeof postgreSQLRawSQLProjection>[0]['evolve']>>;

/** emmett-postgresql with a history in it, and its projector on the same fold as the totals'. */
export interface EmmettProjector {
  readonly events: number;
  readonly url: string;
  /** Projects everything anew, into emptied tables, and answers events a second. */
  project(round: number): Promise<number>;
}

/** Writes a history into a fresh database of emmett's, in its order, and makes the tables of the totals there. */
export async function emmettProjector(ownerUrl: string, seed: number, events: number): Promise<EmmettProjector> {
  const url = await makeDatabase(ownerUrl, 'emmett_totals');
  await makeEmmettTables(url);
  await withConnections(url, 1, (pool) => writeHistory(url, pool, seed, events));
  await asOwner(url, async (owner) => {
    await owner.query('create schema totals; set search_path = totals');
    for (const { ddl } of Object.values(totalsProjection.tables)) await owner.query(ddl);
    await owner.query('reset search_path');
    await owner.query('vacuum analyze');
  });
  return {
    events,
    url,
    project: async (round) => {
      const names = Object.keys(projection.tables).map((name) => `totals.${name}`);
      await asOwner(url, (owner) => owner.query(`truncate ${names.join(', ')}`));
      return withConnections(url, 4, (pool) => projectAll(url, pool, events, round));
    },
  };
}

/** One visit to a contract is one append, one after the other, so that nothing is written concurrently. */
async function writeHistory(url: string, pool: pg.Pool, seed: number, events: number): Promise<void> {
  const store = emmettOn(url, pool);
  const versions = new Map<string, number>();
  for (const visit of visits(history({ seed, events }))) {
    const { stream } = visit[0]!;
    const expected = versions.get(stream) ?? 0;
    const messages = visit.map(({ event, recordedOn }) => ({
      type: event.type,
      data: event.payload as Record<string, unknown>,
      metadata: { businessDate: event.businessDate, recordedAt: `${recordedOn}T12:00:00.000Z`, actor: 'person-clerk' },
    }));
    await store.appendToStream(stream, messages, { expectedStreamVersion: BigInt(expected) });
    versions.set(stream, expected + visit.length);
  }
}

function* visits(said: Iterable<HistoryEvent>): Generator<readonly HistoryEvent[]> {
  let visit: HistoryEvent[] = [];
  for (const each of said) {
    if (visit.length > 0 && visit[0]!.stream !== each.stream) {
      yield visit;
      visit = [];
    }
    visit.push(each);
  }
  if (visit.length > 0) yield visit;
}

interface Handed {
  readonly type: string;
  readonly data: object;
  readonly metadata: { readonly streamName: string; readonly streamPosition: bigint; readonly globalPosition: bigint; readonly messageId: string; readonly businessDate: string; readonly recordedAt: string; readonly actor: string };
}

/** As its documentation has it: a raw SQL projection, which answers the statements of each event. */
async function projectAll(url: string, pool: pg.Pool, events: number, round: number): Promise<number> {
  const fold = new PureFold(projection);
  const sink = new RowsAsSql(projection.tables, 'totals', AUTHORITY);
  let handed = 0;
  const totals = postgreSQLRawSQLProjection<Event>({
    name: `totals-${round}`,
    canHandle: [...eventCatalogue.keys()],
    evolve: (event) => {
      handed += 1;
      fold.fold(recorded(event as unknown as Handed), sink.rows);
      const statements = sink.statements();
      // all rows of an event in one round trip, which its executor would otherwise make for each statement
      return (statements.length === 0 ? [] : [statements.join(';\n')]) as unknown as Sql;
    },
  });
  const consumer = emmettOn(url, pool).consumer({ stopWhen: { noMessagesLeft: true }, pulling: { batchSize: 1_000, pullingFrequencyInMs: 0 } });
  consumer.projector({ processorId: `totals-${round}`, projection: totals as never });
  const began = performance.now();
  await consumer.start();
  const rate = (handed * 1_000) / (performance.now() - began);
  if (handed !== events) throw new Error(`emmett's projector was handed ${handed} of ${events} events, which had been written one after the other.`);
  return rate;
}

function recorded({ type, data, metadata }: Handed): RecordedEvent {
  return {
    authority: AUTHORITY,
    position: Number(metadata.globalPosition),
    stream: metadata.streamName,
    version: Number(metadata.streamPosition),
    eventId: metadata.messageId,
    type,
    schemaVersion: 1,
    businessDate: metadata.businessDate,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    payload: data,
  };
}
