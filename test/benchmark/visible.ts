import { totalsProjection } from '#areas/totals/index.js';
import { systemClock } from '#domain/kernel/clock.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { Signals } from '#engine/projections/signals.js';
import { type Parts, partsOnPostgres } from '../../apps/assembly/parts.js';
import type { EngineRoom, EngineRoomData } from '../../apps/standalone/engine-room.js';
import { sumsIn } from './fold/sums.js';
import { asOwner } from './harness/databases.js';
import { check, type Bench, type Case, type Row } from './harness/row.js';
import { scratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median, percentile } from './harness/statistics.js';
import { built } from './harness/svl.js';
import { importContracts } from './http/contracts-in-work.js';
import { type Sent, SteadyLoad } from './visible/steady-load.js';

const RATE = 1_000;
/** So many, that at this rate a contract has been answered before its turn comes again. */
const CONTRACTS = 500;
const LENGTH = 52;
const AUTHORITY = 'busy';
const SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);
/** One in so many appends is asked for through the totals, as a reader would who has just written. */
const READ_ONE_IN = 50;

/** From the call that appends to the moment when the totals have it, in the arrangement of `npm start`. */
export const visible: Row = {
  name: 'visible',
  title: 'From append to visible in the totals, under a steady load',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    await built();
    const [rate, contracts] = [sized(settings, RATE, 100), sized(settings, CONTRACTS, 50)];
    const scratch = await scratchDatabase(10);
    const parts = partsOnPostgres({ database: scratch.database, clock: systemClock, clockIsSet: false, dataDir: scratch.dataDir, foldWhenAsked: false });
    const signals = new Signals();
    try {
      await parts.engine.prepare();
      await importContracts(parts.ledger, { authority: AUTHORITY, contracts, length: LENGTH });
      const room = await beginEngineRoom({ url: scratch.url, migrationUrl: scratch.migrationUrl, dataDir: scratch.dataDir, alone: true, clockStartsAt: null });
      try {
        await untilFolded(parts, contracts * LENGTH);
        const folded: Folded[] = [];
        signals.onFolded(({ projection, authority, position }) => {
          if (projection === SCHEMA && authority === AUTHORITY) folded.push({ position, at: performance.now() });
        });
        const load = new SteadyLoad(parts.ledger, AUTHORITY, contracts, LENGTH);
        const milliseconds = sized(settings, 30_000, 2_000);
        const runs: OneRun[] = [];
        for (let round = 0; round < settings.warmUps + settings.runs; round++) {
          const one = await oneRun(parts, load, folded, rate, milliseconds);
          say(`${round < settings.warmUps ? 'warm-up' : 'run'}: ${one.rate.toFixed(0)} appends a second, visible ${percentile(one.visible, 0.5).toFixed(1)} ms after the call, 99th percentile ${percentile(one.visible, 0.99).toFixed(1)} ms`);
          if (round >= settings.warmUps) runs.push(one);
        }
        const checked = await checkAll(parts, scratch.migrationUrl!, contracts, load);
        return [caseOf(runs, { rate, contracts, milliseconds }, checked)];
      } finally {
        await room.stop();
      }
    } finally {
      signals.close();
      await parts.close();
      await scratch.stop();
    }
  },
};

interface Folded {
  readonly position: number;
  readonly at: number;
}

interface OneRun {
  /** Appends answered a second. */
  readonly rate: number;
  /** Milliseconds from the call: to its answer, to the totals' having it, to a reader's having read it. */
  readonly answered: readonly number[];
  readonly visible: readonly number[];
  readonly read: readonly number[];
}

/** Waits as `atLeast` does, and goes on waiting. */
async function untilFolded({ engine }: Parts, position: number): Promise<void> {
  for (;;) {
    const waited = await engine.checkpoints.waitFor([totalsProjection], AUTHORITY, position);
    if (waited.outcome === 'reached') return;
    if (waited.outcome === 'parked') throw new Error(JSON.stringify(waited.parked));
  }
}

async function oneRun(parts: Parts, load: SteadyLoad, folded: Folded[], wanted: number, milliseconds: number): Promise<OneRun> {
  folded.length = 0;
  const read: number[] = [];
  const reads: Promise<void>[] = [];
  let answers = 0;
  const readBack = async ({ position, askedAt }: Sent): Promise<void> => {
    await untilFolded(parts, position);
    const reached = await parts.totals.read(AUTHORITY, (view) => Promise.resolve(view.position));
    if (reached < position) throw new Error(`The totals answered as of ${reached}, before entry ${position}.`);
    read.push(performance.now() - askedAt);
  };
  const began = performance.now();
  const sent = await load.run(wanted, milliseconds, (one) => {
    if (answers++ % READ_ONE_IN === 0) reads.push(readBack(one));
  });
  const rate = (sent.length * 1_000) / (performance.now() - began);
  const last = Math.max(...sent.map(({ position }) => position));
  await untilFolded(parts, last);
  await Promise.all(reads);
  return { rate, read, answered: sent.map(({ askedAt, answeredAt }) => answeredAt - askedAt), visible: visibleAfter(sent, folded) };
}

/** A position is visible when the first flush that reaches it has committed and said so. */
function visibleAfter(sent: readonly Sent[], folded: readonly Folded[]): readonly number[] {
  const flushes = folded.toSorted((a, b) => a.position - b.position);
  const inOrder = sent.toSorted((a, b) => a.position - b.position);
  let flush = 0;
  return inOrder.map(({ position, askedAt }) => {
    while (flush < flushes.length && flushes[flush]!.position < position) flush += 1;
    if (flush === flushes.length) throw new Error(`Nobody said that entry ${position} was folded.`);
    return flushes[flush]!.at - askedAt;
  });
}

async function checkAll({ ledger }: Parts, ownerUrl: string, contracts: number, load: SteadyLoad): Promise<readonly string[]> {
  const head = (await ledger.head(AUTHORITY))!.position;
  const entries = check(`entries of ${AUTHORITY}`, head, contracts * LENGTH + load.appended);
  const { journal, cells } = await asOwner(ownerUrl, (owner) => sumsIn(owner, SCHEMA, AUTHORITY));
  return [entries, `journal (${journal} entries) and cells (${cells}) add to the same`];
}

interface Work {
  readonly rate: number;
  readonly contracts: number;
  readonly milliseconds: number;
}

function caseOf(runs: readonly OneRun[], { rate: wanted, contracts, milliseconds }: Work, checked: readonly string[]): Case {
  const p99 = (of: (run: OneRun) => readonly number[]) => runs.map((run) => percentile(of(run), 0.99));
  const p50 = (of: (run: OneRun) => readonly number[]) => median(runs.map((run) => percentile(of(run), 0.5))).toFixed(1);
  const line = (name: string, of: (run: OneRun) => readonly number[]) => ({ name: `${name}, 99th percentile`, role: 'ours' as const, unit: 'ms' as const, median: median(p99(of)), runs: p99(of), found: `median ${p50(of)} ms` });
  return {
    name: `${wanted.toLocaleString('en-GB')} appends a second`,
    size: `${(milliseconds / 1_000).toFixed(0)} s a run, one authority of ${contracts} contracts`,
    measured: [line('call to answer', ({ answered }) => answered), line('call to visible', ({ visible }) => visible), line('call to read back', ({ read }) => read)],
    aims: [
      { what: 'ms from the call to visible, 99th percentile', wanted: { atMost: 50 }, got: median(p99(({ visible }) => visible)) },
      { what: 'appends a second that were answered', wanted: { atLeast: wanted * 0.97 }, got: median(runs.map(({ rate }) => rate)) },
    ],
    checked,
    notes: ['Appends in the thread that serves, folds in the engine room, as `npm start` has it; every read model is folded. Visible: the flush is committed and has been told.'],
  };
}

/** The engine room as it is built, for a thread's file cannot be compiled on the way; of the type that its source has. */
async function beginEngineRoom(data: EngineRoomData): Promise<EngineRoom> {
  const file = new URL('../../dist/apps/standalone/engine-room.js', import.meta.url);
  const asBuilt = (await import(file.href)) as typeof import('../../apps/standalone/engine-room.js');
  const room = new asBuilt.EngineRoom();
  try {
    await room.begin(data);
    return room;
  } catch (error) {
    await room.stop();
    throw error;
  }
}
