import type { ReturnsAnswer } from '#areas/obligations/index.js';
import { barChart } from '#surface/pages/charts/bar-chart.js';
import type { ChartWithTable } from '#surface/pages/charts/chart.js';
import { isoDay } from '#surface/pages/filters/days.js';
import { isState, STATES } from '../list-obligations/obligation-words.js';

/** How many returns there are in each state, as bars and as a table; undefined where there is none. */
export function returnsByState({ counts, on }: Pick<ReturnsAnswer, 'counts' | 'on'>, hrefOf: (state: string) => string): ChartWithTable | undefined {
  const numbers = new Map(Object.entries(counts));
  const found = Object.keys(STATES).filter((state) => (numbers.get(state) ?? 0) > 0);
  if (found.length === 0) return undefined;
  const lines = found.map((state) => ({ state, name: isState(state) ? STATES[state].text : state, number: numbers.get(state) ?? 0 }));
  const title = `Returns by state on ${isoDay(on)}`;
  return {
    title,
    markup: barChart({
      id: 'returns-by-state-chart',
      title,
      description: 'For each state a bar: how many returns are in it. The table below has every number.',
      arrangement: 'grouped',
      series: ['Returns'],
      categories: lines.map(({ name, number }) => ({ name, values: [number] })),
      write: (number) => number.toLocaleString('en-GB'),
    }),
    table: {
      id: 'returns-by-state',
      caption: 'How many returns are in each state',
      columns: [
        { heading: 'State', numeric: false },
        { heading: 'Returns', numeric: true },
      ],
      rows: lines.map(({ state, name, number }) => ({ cells: [{ text: name }, { text: number.toLocaleString('en-GB'), href: hrefOf(state) }] })),
      total: { cells: [{ text: 'All' }, { text: lines.reduce((sum, { number }) => sum + number, 0).toLocaleString('en-GB') }] },
    },
  };
}
