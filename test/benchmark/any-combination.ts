import { type Dimension, DIMENSIONS } from '#areas/totals/index.js';
import { Random } from '../support/generate-events/random.js';
import { asOwner } from './harness/databases.js';
import { AUTHORITY, dataset } from './harness/dataset.js';
import { interleaved } from './harness/interleaved.js';
import { check, type Bench, type Case, type Row } from './harness/row.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { type Asking, openAsking, TOTALS_SCHEMA } from './questions/asking.js';
import { checkPence, pence, penceOfTheJournal } from './questions/check-sums.js';
import { timedAll, times } from './questions/timed.js';

const COMBINATIONS = 50;
/**
 * A history of so many events came to 250,000 cells when the aim was set. It comes to 32,000 since amounts stand under numbered
 * dimensions and cells end with targets and years (`infra/decisions/how-totals-are-kept.md`).
 */
const EVENTS = 470_000;

interface Combination {
  readonly by: readonly Dimension[];
  readonly position: number;
}

/** Dimensions that nobody has thought of beforehand. */
export const anyCombination: Row = {
  name: 'any-combination',
  title: 'Any combination of dimensions, now and in the past',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const asking = await openAsking(await dataset(sized(settings, EVENTS, 1_000), settings, say), say);
    try {
      const combinations = combinationsOf(settings.seed, asking.events);
      const took: Record<string, number[]> = { [NOW]: [], [THEN]: [], [WHOLE_NOW]: [], [WHOLE_THEN]: [] };
      const over = (name: string, ask: (combination: Combination) => Promise<unknown>) => ({
        name,
        run: async (round: number) => {
          const run = await timedAll(combinations, ask);
          if (round >= settings.warmUps) took[name]!.push(...run);
          return median(run);
        },
      });
      const figures = await interleaved(
        [
          over(NOW, ({ by }) => asking.rollUp(by, null)),
          over(THEN, ({ by, position }) => asking.rollUp(by, position)),
          over(WHOLE_NOW, ({ by }) => asking.askTotals(by)),
          over(WHOLE_THEN, ({ by, position }) => asking.askTotals(by, position)),
        ],
        settings,
        say,
      );
      const of = (name: string) => median(took[name]!);
      return [
        {
          name: `${(await cellsOf(asking)).toLocaleString('en-GB')} cells`,
          size: `${asking.events.toLocaleString('en-GB')} events; ${COMBINATIONS} combinations of one to four dimensions a run, each at a random position`,
          measured: [NOW, THEN, WHOLE_NOW, WHOLE_THEN].map((name) => times(name, 'ours', took[name]!, figures.get(name)!)),
          aims: [
            { what: 'ms, median now', wanted: { atMost: 60 }, got: of(NOW) },
            { what: '× now, in the past', wanted: { atMost: 8 }, got: of(THEN) / of(NOW) },
            { what: 'ms, median of the whole answer now', wanted: { atMost: 60 }, got: of(WHOLE_NOW) },
            { what: '× now, the whole answer in the past', wanted: { atMost: 8 }, got: of(WHOLE_THEN) / of(WHOLE_NOW) },
          ],
          checked: await checkCombinations(asking, combinations),
        },
      ];
    } finally {
      await asking.close();
    }
  },
};

const NOW = 'added up, now';
const THEN = 'added up, in the past';
const WHOLE_NOW = 'the whole answer, now';
const WHOLE_THEN = 'the whole answer, in the past';

function combinationsOf(seed: number, events: number): readonly Combination[] {
  const chance = new Random(seed);
  return Array.from({ length: COMBINATIONS }, () => {
    const left = [...DIMENSIONS];
    const by = Array.from({ length: chance.between(1, 4) }, () => left.splice(chance.between(0, left.length - 1), 1)[0]!);
    return { by, position: chance.between(Math.ceil(events / 10), events) };
  });
}

async function cellsOf({ ownerUrl }: Asking): Promise<number> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ cells: string }>(`select count(*)::text as cells from ${TOTALS_SCHEMA}.cell where authority = $1`, [AUTHORITY]);
    return Number(rows[0]!.cells);
  });
}

/** However it is cut, it adds to the same; by tag, where an amount may be in two rows, it does not. By quarter, stocks are apart. */
async function checkCombinations(asking: Asking, combinations: readonly Combination[]): Promise<readonly string[]> {
  const cut = combinations.filter(({ by }) => !by.includes('tag') && !by.includes('quarter') && !by.includes('contract-basis'));
  const whole = await penceOfTheJournal(asking, asking.events);
  for (const { by } of cut) checkPence(`by ${by.join(', ')}, now`, pence(await asking.rollUp(by, null)), whole);
  for (const { by, position } of cut.slice(0, 10)) {
    checkPence(`by ${by.join(', ')}, as known at ${position}`, pence(await asking.rollUp(by, position)), await penceOfTheJournal(asking, position));
  }
  check('combinations that can be added up', cut.length > 0, true);
  return [`${cut.length} combinations now and ${Math.min(10, cut.length)} in the past add to what the journal's entries add to`];
}
