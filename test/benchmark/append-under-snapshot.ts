import type pg from 'pg';
import { ourStore } from './append/ours.js';
import { checkStore } from './append/store.js';
import { appendables, type Callers, Done, eventsIn } from './append/work.js';
import { asOwner } from './harness/databases.js';
import { interleaved } from './harness/interleaved.js';
import type { Bench, Case, Row } from './harness/row.js';
import { scratchDatabase, type ScratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';

const CONNECTIONS = 10;
const CALLERS = 64;

/** The same appends while one snapshot stays open, so that nothing that dies meanwhile can be cleared away. */
export const appendUnderSnapshot: Row = {
  name: 'append-under-snapshot',
  title: 'Single-event append while a snapshot is held open for the whole run',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const scratch = await scratchDatabase(CONNECTIONS);
    try {
      const cases: Case[] = [];
      for (const authorities of [1, 64]) {
        const work = { callers: CALLERS, authorities, each: sized(settings, 51_200 / CALLERS, 2) };
        say(`${CALLERS} callers, ${authorities === 1 ? 'one authority' : `${authorities} authorities`}`);
        cases.push(await oneCase(scratch, work, { settings, say }));
      }
      return cases;
    } finally {
      await scratch.stop();
    }
  },
};

const WITHOUT = 'the ledger';
const WITH = 'the ledger, a snapshot open';

async function oneCase(scratch: ScratchDatabase, work: Callers, { settings, say }: Bench): Promise<Case> {
  const pool = appendables(settings.seed, 10_000);
  const [without, held] = [ourStore(scratch, CONNECTIONS, WITHOUT), ourStore(scratch, CONNECTIONS, WITH)];
  const dones = [new Done(work, pool), new Done(work, pool)] as const;
  await without.begin(work);
  await held.begin(work);
  const figures = await interleaved(
    [
      { name: WITHOUT, run: () => without.run(dones[0]) },
      { name: WITH, run: () => whileASnapshotIsOpen(scratch.migrationUrl!, () => held.run(dones[1])) },
    ],
    settings,
    say,
  );
  const checked = [await checkStore(without, dones[0]), await checkStore(held, dones[1])];
  for (const [place, store] of [without, held].entries()) checked.push((await store.readers!(dones[place]!)).checked!);
  const of = (name: string) => median(figures.get(name)!);
  return {
    name: `${work.callers} callers, ${work.authorities === 1 ? 'one authority' : `${work.authorities} authorities`}`,
    size: `${eventsIn(work).toLocaleString('en-GB')} events a run`,
    measured: [WITHOUT, WITH].map((name) => ({ name, role: 'ours' as const, unit: 'events/s' as const, median: of(name), runs: figures.get(name)! })),
    aims: [{ what: 'of itself without the snapshot', wanted: { atLeast: 0.9 }, got: of(WITH) / of(WITHOUT) }],
    checked,
    notes: [`Connections: ${CONNECTIONS}. The snapshot is a repeatable-read transaction that has read the ledger and then sits idle until the run is over.`],
  };
}

/** The snapshot is older than everything the work writes; it is checked to be the same at the end. */
async function whileASnapshotIsOpen<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  return asOwner(ownerUrl, async (owner) => {
    await owner.query('begin isolation level repeatable read, read only');
    const before = await entries(owner);
    const result = await work();
    const after = await entries(owner);
    if (before !== after) throw new Error('The snapshot was not held: it sees what was appended meanwhile.');
    await owner.query('rollback');
    return result;
  });
}

async function entries(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ entries: unknown }>('select count(*)::text as entries from ledger.event');
  return String(rows[0]!.entries);
}
