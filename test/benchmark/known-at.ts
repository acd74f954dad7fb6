import { Random } from '../support/generate-events/random.js';
import { dataset } from './harness/dataset.js';
import { interleaved } from './harness/interleaved.js';
import type { Bench, Case, Row } from './harness/row.js';
import { sized } from './harness/settings.js';
import { median, percentile } from './harness/statistics.js';
import { openAsking } from './questions/asking.js';
import { checkPence, pence, penceOfTheJournal } from './questions/check-sums.js';
import { timedAll, times } from './questions/timed.js';

const BY = ['year', 'theme'] as const;
const POSITIONS = 200;
/** So many of them are added up from the journal's entries too, which takes seconds each. */
const CHECKED = 5;

/** The roll-up as it was known at positions of chance. */
export const knownAt: Row = {
  name: 'known-at',
  title: 'Roll-up as known at random positions',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const asking = await openAsking(await dataset(sized(settings, 10_000_000, 1_000), settings, say), say);
    try {
      const chance = new Random(settings.seed);
      const positions = Array.from({ length: POSITIONS }, () => chance.between(1, asking.events));
      const took: Record<string, number[]> = { [SUMS]: [], [WHOLE]: [] };
      const over = (name: string, ask: (position: number) => Promise<unknown>) => ({
        name,
        run: async (round: number) => {
          const run = await timedAll(positions, ask);
          if (round >= settings.warmUps) took[name]!.push(...run);
          return percentile(run, 0.95);
        },
      });
      const figures = await interleaved([over(SUMS, (position) => asking.rollUp(BY, position)), over(WHOLE, (position) => asking.askTotals(BY, position))], settings, say);
      const checked: string[] = [];
      for (const position of positions.slice(0, CHECKED)) {
        checked.push(checkPence(`as known at ${position.toLocaleString('en-GB')}, against the journal's entries`, pence(await asking.rollUp(BY, position)), await penceOfTheJournal(asking, position)));
      }
      return [
        {
          name: `${asking.events.toLocaleString('en-GB')} events`,
          size: `${POSITIONS} random positions a run, the same in each`,
          measured: [SUMS, WHOLE].map((name) => times(name, 'ours', took[name]!, figures.get(name)!)),
          aims: [
            { what: 'ms, 95th percentile of the roll-up', wanted: { atMost: 10 }, got: percentile(took[SUMS]!, 0.95) },
            { what: 'ms, 95th percentile of the whole answer', wanted: { atMost: 10 }, got: percentile(took[WHOLE]!, 0.95) },
          ],
          checked,
          notes: [`Median of the roll-up ${median(took[SUMS]!).toFixed(1)} ms. The whole answer is AskTotals, with the coverage of every contract as it was known then.`],
        },
      ];
    } finally {
      await asking.close();
    }
  },
};

const SUMS = 'the roll-up as known then';
const WHOLE = 'the whole answer as known then';
