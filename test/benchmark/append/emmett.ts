import { randomUUID } from 'node:crypto';
import { asOwner, makeDatabase, withConnections } from '../harness/databases.js';
import type { ScratchDatabase } from '../harness/scratch-database.js';
import { emmettOn, eventsThatEmmettHandsOut, makeEmmettTables } from '../peers/emmett.js';
import type { Store } from './store.js';
import type { Done, Shown } from './work.js';

/** emmett-postgresql's `appendToStream` with an expected version. It knows streams and no authorities. */
export async function emmettStore({ migrationUrl }: ScratchDatabase, connections: number): Promise<Store> {
  const url = await makeDatabase(migrationUrl!, 'emmett');
  await makeEmmettTables(url);
  return {
    name: 'emmett-postgresql',
    role: 'peer',
    connections,
    begin: () => asOwner(url, async (owner) => void (await owner.query('truncate emt_messages, emt_streams restart identity'))),
    run: (done: Done) =>
      withConnections(url, Math.min(connections, done.work.callers), (pool) => {
        const store = emmettOn(url, pool);
        return done.run(async ({ authority, number }, expected, { event }) => {
          const metadata = { actor: 'person-1', businessDate: event.businessDate, commandId: randomUUID() };
          const message = { type: event.type, data: event.payload as Record<string, unknown>, metadata };
          const { nextExpectedStreamVersion } = await store.appendToStream(`${authority}-C${number}`, [message], { expectedStreamVersion: BigInt(expected) });
          if (nextExpectedStreamVersion !== BigInt(expected + 1)) throw new Error(`emmett answers version ${nextExpectedStreamVersion} after ${expected}.`);
        });
      }),
    shown: () =>
      asOwner(url, async (owner) => {
        const found = await owner.query<Shown>(
          `select sum(events) as events, count(*) as streams, count(*) filter (where events <> last or first <> 1) as broken, sum(quantity) as quantity
             from (select count(*) as events, max(stream_position) as last, min(stream_position) as first, sum((message_data ->> 'quantity')::numeric) as quantity
                     from emt_messages group by stream_id) as stream`,
        );
        return found.rows[0]!;
      }),
    async readers(done: Done) {
      const handed = await withConnections(url, 4, (pool) => eventsThatEmmettHandsOut(url, pool, `counting-${randomUUID()}`));
      const lost = done.events - handed;
      return { found: lost === 0 ? 'its consumer is handed every event' : `its consumer, started when all were written, is not handed ${lost.toLocaleString('en-GB')} of ${done.events.toLocaleString('en-GB')} events` };
    },
  };
}
