import { dataset } from './harness/dataset.js';
import { interleaved } from './harness/interleaved.js';
import type { Bench, Case, Row } from './harness/row.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { type Asking, openAsking } from './questions/asking.js';
import { checkPence, pence, penceOfTheJournal } from './questions/check-sums.js';
import { timedAll, times } from './questions/timed.js';

const BY = ['year', 'theme'] as const;
const IN_ONE_RUN = 50;

/** The same question of ledgers ten times and a hundred times as long. */
export const rollUp: Row = {
  name: 'roll-up',
  title: 'Roll-up by year and theme, now',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const asked: Asking[] = [];
    try {
      for (const full of [100_000, 1_000_000, 10_000_000]) asked.push(await openAsking(await dataset(sized(settings, full, full / 10_000), settings, say), say));
      const took = new Map<string, number[]>();
      const many = (name: string, ask: () => Promise<unknown>) => ({
        name,
        run: async (round: number) => {
          const run = await timedAll(new Array<undefined>(IN_ONE_RUN).fill(undefined), ask);
          if (round >= settings.warmUps) took.set(name, [...(took.get(name) ?? []), ...run]);
          return median(run);
        },
      });
      const [sums, whole] = [nameOf('the roll-up'), nameOf('the whole answer')];
      const contenders = asked.flatMap((one) => [many(sums(one), () => one.rollUp(BY, null)), many(whole(one), () => one.askTotals(BY))]);
      const figures = await interleaved(contenders, settings, say);
      const checked: string[] = [];
      for (const one of asked) {
        const journal = await penceOfTheJournal(one, one.events);
        checked.push(checkPence(`roll-up of ${one.events.toLocaleString('en-GB')} events against its journal`, pence(await one.rollUp(BY, null)), journal));
      }
      const of = (name: string) => median(took.get(name)!);
      const flat = (name: typeof sums) => Math.max(...asked.map((one) => of(name(one)))) / of(name(asked[0]!));
      const slowest = (name: typeof sums) => Math.max(...asked.map((one) => of(name(one))));
      return [
        {
          name: 'by year and theme, now',
          size: `${asked.map(({ events }) => events.toLocaleString('en-GB')).join(', ')} events; ${IN_ONE_RUN} questions a run, one after the other`,
          measured: contenders.map(({ name }) => times(name, 'ours', took.get(name)!, figures.get(name)!)),
          aims: [
            { what: 'ms, median of the roll-up, on the slowest of the three', wanted: { atMost: 5 }, got: slowest(sums) },
            { what: '× the time on the smallest, the roll-up (flat)', wanted: { atMost: 1.3 }, got: flat(sums) },
            { what: 'ms, median of the whole answer, on the slowest of the three', wanted: { atMost: 5 }, got: slowest(whole) },
            { what: '× the time on the smallest, the whole answer (flat)', wanted: { atMost: 1.3 }, got: flat(whole) },
          ],
          checked,
          notes: ['The roll-up is what the store adds up. The whole answer is AskTotals as API and pages give it: what is due of stocks and the coverage of every contract beside it.'],
        },
      ];
    } finally {
      for (const one of asked) await one.close();
    }
  },
};

function nameOf(what: string): (one: Asking) => string {
  return ({ events }) => `${what}, ${events.toLocaleString('en-GB')} events`;
}
