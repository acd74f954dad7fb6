import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asOwner, withConnections } from '../harness/databases.js';
import type { ScratchDatabase } from '../harness/scratch-database.js';
import type { Store } from './store.js';
import type { Done, Shown } from './work.js';

const insertInto = (schema: string) => `insert into ${schema}.event (authority, position, stream, version, event_id, type, schema_version, business_date, recorded_at, actor, payload, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const HASH = Buffer.alloc(32, 7);

/**
 * What the database itself can do: one prepared INSERT of the same row into a copy of the ledger's table, partitions and
 * indexes and all, as the superuser. Nothing is checked, hashed or numbered there; positions are counted here.
 */
export async function bareInsert({ migrationUrl }: ScratchDatabase, connections: number): Promise<Store> {
  const url = migrationUrl!;
  const schema = `bare${connections}`;
  await asOwner(url, (owner) => copyOfTheTable(owner, schema));
  const statement = { name: 'bare', text: insertInto(schema) };
  let positions = new Map<string, number>();
  return {
    name: `bare prepared INSERT, ${connections} connections`,
    role: 'limit',
    connections,
    async begin() {
      positions = new Map();
      await asOwner(url, (owner) => owner.query(`truncate ${schema}.event`));
    },
    run: (done: Done) =>
      withConnections(url, Math.min(connections, done.work.callers), (pool: pg.Pool) =>
        done.run(async ({ authority, stream }, expected, { event, json }) => {
          const position = (positions.get(authority) ?? 0) + 1;
          positions.set(authority, position);
          const values = [authority, position, stream, expected + 1, randomUUID(), event.type, 1, event.businessDate, '2026-01-05T12:00:00.000Z', 'person-1', json, HASH];
          await pool.query({ ...statement, values });
        }),
      ),
    shown: () =>
      asOwner(url, async (owner) => {
        const found = await owner.query<Shown>(
          `select sum(events) as events, count(*) as streams, count(*) filter (where events <> last or first <> 1) as broken, sum(quantity) as quantity
             from (select count(*) as events, max(version) as last, min(version) as first, sum((payload::json ->> 'quantity')::numeric) as quantity
                     from ${schema}.event group by authority, stream) as stream`,
        );
        return found.rows[0]!;
      }),
  };
}

/** A copy of the ledger's table of entries in a schema of its own: columns, checks, indexes, as many partitions. */
export async function copyOfTheTable(owner: pg.Client, schema: string): Promise<void> {
  await owner.query(`create schema ${schema}`);
  await owner.query(`create table ${schema}.event (like ledger.event including all) partition by hash (authority)`);
  const { rows } = await owner.query<{ partitions: string }>(`select count(*) as partitions from pg_inherits where inhparent = 'ledger.event'::regclass`);
  const partitions = Number(rows[0]!.partitions);
  for (let remainder = 0; remainder < partitions; remainder++) {
    await owner.query(`create table ${schema}.event_${remainder} partition of ${schema}.event for values with (modulus ${partitions}, remainder ${remainder})`);
  }
}
