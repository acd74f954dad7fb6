import { randomUUID } from 'node:crypto';
import { asOwner, makeDatabase, withConnections } from '../harness/databases.js';
import type { ScratchDatabase } from '../harness/scratch-database.js';
import { installMessageDb } from '../peers/message-db.js';
import type { Store } from './store.js';
import { callersOf, type Done, type Shown } from './work.js';

const WRITE = 'select write_message($1, $2, $3, $4, $5, $6) as position';
const PAGE = 1_000;

/** message-db's `write_message` with an expected version, as a prepared statement. An authority is a category, which it locks. */
export async function messageDbStore({ migrationUrl }: ScratchDatabase, connections: number): Promise<Store> {
  const url = await makeDatabase(migrationUrl!, 'message_db');
  await installMessageDb(url);
  return {
    name: 'message-db',
    role: 'peer',
    connections,
    begin: () => asOwner(url, async (owner) => void (await owner.query('truncate messages restart identity'))),
    run: (done: Done) =>
      withConnections(url, Math.min(connections, done.work.callers), (pool) =>
        done.run(async ({ authority, number }, expected, { event, json }) => {
          const metadata = JSON.stringify({ actor: 'person-1', businessDate: event.businessDate, commandId: randomUUID() });
          const values = [randomUUID(), `${authority}-C${number}`, event.type, json, metadata, expected - 1];
          const { rows } = await pool.query<{ position: unknown }>({ name: 'write', text: WRITE, values });
          if (Number(rows[0]!.position) !== expected) throw new Error(`message-db answers position ${String(rows[0]!.position)} instead of ${expected}.`);
        }),
      ),
    shown: () =>
      asOwner(url, async (owner) => {
        const found = await owner.query<Shown>(
          `select sum(events) as events, count(*) as streams, count(*) filter (where events <> last + 1 or first <> 0) as broken, sum(quantity) as quantity
             from (select count(*) as events, max(position) as last, min(position) as first, sum((data ->> 'quantity')::numeric) as quantity
                     from messages group by stream_name) as stream`,
        );
        return found.rows[0]!;
      }),
    async readers(done: Done) {
      let handed = 0;
      await asOwner(url, async (owner) => {
        for (const category of new Set(callersOf(done.work).map(({ authority }) => authority))) {
          for (let from = 0n; ; ) {
            const { rows } = await owner.query<{ global_position: string | bigint }>('select global_position from get_category_messages($1, $2, $3)', [category, String(from), PAGE]);
            handed += rows.length;
            if (rows.length < PAGE) break;
            from = BigInt(rows.at(-1)!.global_position) + 1n;
          }
        }
      });
      const lost = done.events - handed;
      return { found: lost === 0 ? 'a reader of its categories is handed every event' : `a reader of its categories is not handed ${lost} events` };
    },
  };
}
