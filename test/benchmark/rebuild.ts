import { totalsProjection } from '#areas/totals/index.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { emmettProjector } from './fold/emmett-projector.js';
import { closingsIn } from './fold/closings.js';
import { sumsIn } from './fold/sums.js';
import { asOwner } from './harness/databases.js';
import { AUTHORITY, dataset, type Dataset } from './harness/dataset.js';
import { interleaved } from './harness/interleaved.js';
import { check, type Bench, type Case, type Measured, type Row } from './harness/row.js';
import { openBenchmarkDatabase, scratchDatabase } from './harness/scratch-database.js';
import { type Counts, countsOf, sized, type Settings } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { built, measuredSvl } from './harness/svl.js';

const EMMETT = "emmett-postgresql's single projection";
const SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);

interface Size {
  readonly events: number;
  readonly name: string;
  readonly peaks: number[];
  readonly hashes: string[];
}

/** What `svl rebuild` answers. */
interface Answer {
  readonly rebuilt: readonly { readonly projection: string; readonly events: number }[];
}

/** `svl rebuild`: all read models from the first event, in a process of its own whose memory is watched. */
export const rebuild: Row = {
  name: 'rebuild',
  title: 'Rebuild of all read models, with peak memory',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const sizes = [sized(settings, 1_000_000, 10_000), sized(settings, 10_000_000, 100_000)].map(
      (events): Size => ({ events, name: `rebuild of ${events.toLocaleString('en-GB')} events`, peaks: [], hashes: [] }),
    );
    const sets = new Map<Size, Dataset>();
    for (const size of sizes) sets.set(size, await dataset(size.events, settings, say));
    await built();
    const scratch = await scratchDatabase();
    try {
      const fewer = sized(settings, 20_000, 2_000);
      const emmett = await emmettProjector(scratch.migrationUrl!, settings.seed, fewer);
      const once = (size: Size) => ({ name: size.name, run: () => rebuildOnce(sets.get(size)!, size) });
      const [small, large] = sizes as [Size, Size];
      const peer = { name: EMMETT, run: (round: number) => emmett.project(round) };
      const first = await interleaved([once(small), peer], settings, say);
      const second = await interleaved([once(large), { ...peer, run: (round) => emmett.project(1_000 + round) }], rarely(settings), say);
      return [caseOf(small, first, fewer, settings), withLinearity(caseOf(large, second, fewer, rarely(settings)), small, large, first, second)];
    } finally {
      await scratch.stop();
    }
  },
};

/** Ten million events take a quarter of an hour: BENCH_LONG_RUNS of them (one, unless said otherwise), without a warm-up. */
function rarely({ runs, longRuns }: Settings): Counts {
  return { warmUps: 0, runs: Math.min(runs, longRuns) };
}

/** Events a second over all read models together. */
async function rebuildOnce({ dataDir, events }: Dataset, size: Size): Promise<number> {
  const { answer, seconds, peakMegabytes } = await measuredSvl<Answer>(dataDir, ['rebuild']);
  for (const { projection, events: folded } of answer.rebuilt) check(`events that the rebuild of ${projection} folded`, folded, events);
  size.peaks.push(peakMegabytes);
  const opened = await openBenchmarkDatabase(dataDir);
  try {
    size.hashes.push(await asOwner(opened.migrationUrl!, async (owner) => `${(await sumsIn(owner, SCHEMA, AUTHORITY)).hash} ${(await closingsIn(owner, SCHEMA, AUTHORITY)).hash}`));
  } finally {
    await opened.stop();
  }
  check('hash of every rebuild', size.hashes.at(-1), size.hashes[0]);
  return events / seconds;
}

function caseOf(size: Size, figures: ReadonlyMap<string, readonly number[]>, fewer: number, counts: Counts): Case {
  const [ours, theirs] = [figures.get(size.name)!, figures.get(EMMETT)!];
  const rate = (name: string, role: Measured['role'], runs: readonly number[]): Measured => ({ name, role, unit: 'events/s', median: median(runs), runs });
  const peak = Math.max(...size.peaks);
  return {
    name: `${size.events.toLocaleString('en-GB')} events`,
    counts: countsOf(counts),
    size: `${size.events.toLocaleString('en-GB')} events into every read model; emmett one projection of ${fewer.toLocaleString('en-GB')}`,
    measured: [
      rate('rebuild of all read models', 'ours', ours),
      { name: 'its peak memory', role: 'ours', unit: 'MB', median: median(size.peaks), runs: size.peaks },
      rate(EMMETT, 'peer', theirs),
    ],
    aims: [
      { what: "× emmett's single projection", wanted: { atLeast: 15 }, got: median(ours) / median(theirs) },
      { what: 'MB of peak memory, the largest of all runs', wanted: { atMost: 300 }, got: peak },
    ],
    checked: [`every read model folded every event; journal, cells and closings agree, and are the same after each of ${size.hashes.length} rebuilds`],
    notes: ['`svl rebuild` from its start to its answer, Node and PostgreSQL started on the way. Memory is what its process held at most (VmHWM), with its threads; PostgreSQL has its own.'],
  };
}

function withLinearity(large: Case, small: Size, big: Size, first: ReadonlyMap<string, readonly number[]>, second: ReadonlyMap<string, readonly number[]>): Case {
  const got = median(first.get(small.name)!) / median(second.get(big.name)!);
  const aim = { what: `× the time for each event that ${small.events.toLocaleString('en-GB')} events take (linear is 1)`, wanted: { atMost: 1.2 }, got };
  return { ...large, aims: [...large.aims, aim] };
}
