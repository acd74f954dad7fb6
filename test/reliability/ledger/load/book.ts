import pg from 'pg';
import { callAppend } from '#engine/ledger/append-call.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { encodeGroup } from '#engine/ledger/encoded-group.js';
import { EventCodec } from '#engine/ledger/event-codec.js';
import { isHeldLock } from '#engine/ledger/held-head.js';
import { groupOf } from './sending.js';

/** A transaction that adds to a book. */
export interface Entering {
  /** Does something elsewhere first, as commands do; the database gives the transaction its number. */
  prepare(): Promise<void>;
  /** May have to wait for another transaction. */
  enter(note: string): Promise<void>;
  commit(): Promise<void>;
}

/** One way to keep a record in PostgreSQL, and to follow it: `read` takes a position and answers position, note, recordedAt. */
export interface Book {
  readonly name: string;
  /** As the owner. */
  readonly make: string;
  readonly read: string;
  enter(client: pg.Client, note: string): Promise<void>;
}

/** Numbers from a sequence, followed by number: simple, widespread, and wrong. */
export const bySequence: Book = {
  name: 'a book numbered by a sequence',
  make: `create table numbered (number bigint generated always as identity primary key, note text, at timestamptz(3) default clock_timestamp());
    grant select, insert on numbered to svl_app`,
  read: 'select number::int as position, note, at::text as "recordedAt" from numbered where number > $1 order by number limit $2',
  enter: async (client, note) => void (await client.query('insert into numbered (note) values ($1)', [`${note}#0`])),
};

/**
 * The same, with the number of the transaction beside it: only what no open transaction precedes is read, in the order
 * of transactions, and the cursor is the number of the last. This is how popular event stores do it.
 */
export const byOldestTransaction: Book = {
  name: 'a book numbered by a sequence and read behind the oldest open transaction',
  make: `create table numbered (number bigint generated always as identity primary key, note text, at timestamptz(3) default clock_timestamp(),
                                entered_by xid8 default pg_current_xact_id());
    grant select, insert on numbered to svl_app`,
  read: `select number::int as position, note, at::text as "recordedAt" from numbered
          where number > $1 and entered_by < pg_snapshot_xmin(pg_current_snapshot()) order by entered_by, number limit $2`,
  enter: bySequence.enter,
};

const codec = new EventCodec(firstCatalogue);
const AUTHORITY = 'fenmarch';

/** The ledger, in a transaction of the test's own, so that it can be kept open. */
export const ledgerBook: Book = {
  name: 'the ledger',
  make: `select ledger.open('${AUTHORITY}', 'Fenmarch')`,
  read: `select position::int, payload::json ->> 'note' as note, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as "recordedAt"
           from ledger.event where authority = '${AUTHORITY}' and position > $1 order by position limit $2`,
  async enter(client, note) {
    const writes = [{ stream: `contract:${note}`, expected: 0, events: 1 }];
    const group = encodeGroup(codec, groupOf({ id: note, authority: AUTHORITY, requestHash: '0'.repeat(64), how: 'append', writes }), new Date().toISOString());
    for (;;) {
      await client.query('savepoint before');
      try {
        await callAppend(async (statement, values = []) => (await client.query({ ...(statement as { name: string; text: string }), values: [...values] })).rows, [{ group, at: null }], true);
        return;
      } catch (error) {
        if (!isHeldLock(error)) throw error;
        await client.query('rollback to before');
      }
    }
  },
};

/** Begins a transaction that adds to a book. */
export async function entering(book: Book, url: string): Promise<Entering & { end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: 'entering' });
  await client.connect();
  await client.query('begin');
  return {
    prepare: async () => void (await client.query('select pg_current_xact_id()')),
    enter: (note) => book.enter(client, note),
    commit: async () => void (await client.query('commit')),
    end: () => client.end(),
  };
}
