import type { FiguresTable } from '../tables/figures-table.js';

/** Bars across the page, by category, in up to six series. Always shown with `table`, which holds every figure. */
export interface BarChart {
  /** Unique on its page; begins with a letter. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly description: string;
  /** `grouped`: a bar for each series. `stacked`: the series are parts of one bar. */
  readonly arrangement: 'grouped' | 'stacked';
  readonly series: readonly string[];
  readonly categories: readonly BarCategory[];
  /** How a value is written at the end of its bar. */
  readonly write: (value: number) => string;
}

export interface BarCategory {
  readonly name: string;
  /** One for each series; null where there is none to show. Parts of a stacked bar are not negative. */
  readonly values: readonly (number | null)[];
}

/** A chart as the macro `chartWithTable` shows it: its markup and its table, together or not at all. */
export interface ChartWithTable {
  readonly title: string;
  /** What `barChart` drew. */
  readonly markup: string;
  readonly table: FiguresTable;
}

export const MOST_SERIES = 6;

/** Refuses a chart that could not be drawn honestly. */
export function checkChart(chart: BarChart): void {
  const { id, series, categories, arrangement } = chart;
  if (!/^[A-Za-z][\w-]*$/.test(id)) throw new RangeError(`A chart cannot have the id “${id}”.`);
  if (series.length === 0 || series.length > MOST_SERIES) throw new RangeError(`A chart has 1 to ${MOST_SERIES} series, not ${series.length}.`);
  for (const { name, values } of categories) {
    if (values.length !== series.length) throw new RangeError(`“${name}” has ${values.length} values for ${series.length} series.`);
    if (values.some((value) => value !== null && !Number.isFinite(value))) throw new RangeError(`“${name}” has a value that is not a number.`);
    if (arrangement === 'stacked' && values.some((value) => (value ?? 0) < 0)) throw new RangeError(`“${name}” has a negative part, which cannot be stacked.`);
  }
}
