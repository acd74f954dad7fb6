import { bareInsert } from './append/bare-insert.js';
import { emmettStore } from './append/emmett.js';
import { messageDbStore } from './append/message-db.js';
import { ourStore } from './append/ours.js';
import { checkStore, type Store } from './append/store.js';
import { appendables, type Callers, Done, eventsIn } from './append/work.js';
import { interleaved } from './harness/interleaved.js';
import type { Bench, Case, Row } from './harness/row.js';
import { scratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';

/** As many as the application itself opens. */
const OURS = 10;
/** What carries one statement for each event fastest: about as many as the server allows. The limit is tried with both. */
const THEIRS = 40;

/** Single events, each with an expected version: the ledger, the database's own limit, and two peers. */
export const append: Row = {
  name: 'append',
  title: 'Single-event append with expected version',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const scratch = await scratchDatabase(OURS);
    try {
      const stores = [ourStore(scratch, OURS), await bareInsert(scratch, OURS), await bareInsert(scratch, THEIRS), await emmettStore(scratch, THEIRS), await messageDbStore(scratch, THEIRS)];
      const cases: Case[] = [];
      for (const authorities of [1, 64]) {
        for (const callers of [64, 256]) {
          const work = { callers, authorities, each: sized(settings, 10_240 / callers, 2) };
          say(`${callers} callers, ${authorities === 1 ? 'one authority' : `${authorities} authorities`}`);
          cases.push(await oneCase(stores, work, { settings, say }));
        }
      }
      return cases;
    } finally {
      await scratch.stop();
    }
  },
};

async function oneCase(stores: readonly Store[], work: Callers, { settings, say }: Bench): Promise<Case> {
  const pool = appendables(settings.seed, eventsIn(work));
  const dones = new Map(stores.map((store) => [store, new Done(work, pool)]));
  for (const store of stores) await store.begin(work);
  const figures = await interleaved(stores.map((store) => ({ name: store.name, run: () => store.run(dones.get(store)!) })), settings, say);
  const checked: string[] = [];
  const measured = [];
  for (const store of stores) {
    checked.push(await checkStore(store, dones.get(store)!));
    const readers = await store.readers?.(dones.get(store)!);
    if (readers?.checked) checked.push(readers.checked);
    if (readers?.found) say(`${store.name}: ${readers.found}`);
    const runs = figures.get(store.name)!;
    measured.push({ name: store.name, role: store.role, unit: 'events/s' as const, median: median(runs), runs, ...(readers?.found ? { found: readers.found } : {}) });
  }
  const best = (role: Store['role']) => Math.max(...stores.flatMap(({ name, ...store }) => (store.role === role ? [median(figures.get(name)!)] : [])));
  return {
    name: `${work.callers} callers, ${work.authorities === 1 ? 'one authority' : `${work.authorities} authorities`}`,
    size: `${eventsIn(work).toLocaleString('en-GB')} events a run, payloads of ${Math.round(pool.reduce((sum, { json }) => sum + json.length, 0) / pool.length)} bytes`,
    measured,
    aims: [{ what: '× a bare prepared INSERT, over as many connections as serve it better', wanted: { atLeast: work.authorities === 1 ? 1.5 : 1.2 }, got: best('ours') / best('limit') }],
    checked,
    notes: [`Connections: the ledger ${OURS}, the peers ${Math.min(THEIRS, work.callers)}.`],
  };
}
