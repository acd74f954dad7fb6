import { randomUUID } from 'node:crypto';
import { eventCatalogue } from '#domain/catalogue.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { asOwner } from '../harness/databases.js';
import { check } from '../harness/row.js';
import type { ScratchDatabase } from '../harness/scratch-database.js';
import type { Store } from './store.js';
import { callersOf, type Callers, type Done, type Shown } from './work.js';

const REQUEST_HASH = 'a'.repeat(64);

/** The ledger through its public port: schema check, canonical text, hash, idempotency and expected version. */
export function ourStore({ database, migrationUrl }: ScratchDatabase, connections: number, name = 'the ledger'): Store & { readonly ledger: PostgresLedger } {
  const ledger = new PostgresLedger({ database, catalogue: eventCatalogue });
  // each case has authorities of its own: nothing can be removed from a ledger
  let prefix = '';
  return {
    name,
    role: 'ours',
    connections,
    ledger,
    async begin(work: Callers) {
      prefix = `${randomUUID().slice(0, 8)}-`;
      for (const authority of new Set(callersOf(work).map((caller) => caller.authority))) await ledger.open(prefix + authority, authority);
    },
    run: (done: Done) =>
      done.run(async ({ authority, stream }, expectedVersion, { event }) => {
        const writes = [{ stream, expectedVersion, events: [event] }];
        const outcome = await ledger.append({ authority: prefix + authority, commandId: randomUUID(), requestHash: REQUEST_HASH, actor: 'person-1', writes });
        if (outcome.outcome !== 'appended' || outcome.versions[stream] !== expectedVersion + 1) throw new Error(JSON.stringify(outcome));
      }),
    shown: () =>
      asOwner(migrationUrl!, async (owner) => {
        const found = await owner.query<Shown>(
          `select sum(events) as events, count(*) as streams, count(*) filter (where events <> last or first <> 1) as broken, sum(quantity) as quantity
             from (select count(*) as events, max(version) as last, min(version) as first, sum((payload::json ->> 'quantity')::numeric) as quantity
                     from ledger.event where starts_with(authority, $1) group by authority, stream) as stream`,
          [prefix],
        );
        return found.rows[0]!;
      }),
    async readers(done: Done) {
      let read = 0;
      for (const authority of new Set(callersOf(done.work).map((caller) => prefix + caller.authority))) {
        let position = 0;
        for (;;) {
          const page = await ledger.read(authority, position, 5_000);
          for (const entry of page) check(`position of the next entry of ${authority}`, entry.position, ++position);
          if (page.length === 0) break;
        }
        read += position;
        const { problems } = await ledger.verify(authority);
        check(`problems that verify finds in ${authority}`, problems.length, 0);
      }
      check('entries that a reader of the ledger is handed', read, done.events);
      return { found: 'a reader is handed every event once', checked: 'the ledger: every hash recomputed, positions without a gap' };
    },
  };
}
