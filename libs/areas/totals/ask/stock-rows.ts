import type { Amount } from '#domain/measures/value.js';
import type { CountedFigure, DimensionRow, SumRow } from '../store/totals-store.js';
import { COLUMN_OF, type Grouping } from './dimension.js';
import type { Filter, YearBasis } from './question.js';
import type { StockAmount } from './stocks.js';

/** Amounts of stocks as rows, for the keys and filters of a question. */
export function stockRows(
  amounts: readonly StockAmount[],
  by: readonly Grouping[],
  where: readonly Filter[],
  yearBasis: YearBasis,
): readonly SumRow[] {
  const rows: SumRow[] = [];
  for (const amount of amounts) {
    const place = { ...amount, askedYear: yearBasis === 'posted' ? amount.postedYear : amount.year };
    for (const key of keysOf(place, by, where)) rows.push(rowOf(key, amount.dimensions, amount.figure, amount.amount));
  }
  return rows;
}

interface Place {
  readonly dimensions: DimensionRow;
  readonly askedYear: string;
  readonly quarter: string;
}

function rowOf(key: readonly string[], { measure, unit, valued }: DimensionRow, figure: CountedFigure, amount: Amount): SumRow {
  return { key, measure, unit, valued, amounts: { [figure]: amount } };
}

/** The keys that an amount counts under: one, but for tags, of which it may have several. None, if a filter leaves it out. */
export function keysOf(place: Place, by: readonly Grouping[], where: readonly Filter[]): readonly (readonly string[])[] {
  const tags: readonly string[] = place.dimensions.tags.length > 0 ? place.dimensions.tags : [''];
  const wantedTags = where.filter(({ dimension }) => dimension === 'tag');
  const standing = tags.filter((tag) => wantedTags.every(({ values }) => values.includes(tag)));
  if (standing.length === 0) return [];
  for (const { dimension, values } of where) {
    if (dimension !== 'tag' && !values.includes(valueOf(place, dimension))) return [];
  }
  const overTags = by.includes('tag') ? standing : [''];
  return overTags.map((tag) => by.map((grouping) => (grouping === 'tag' ? tag : valueOf(place, grouping))));
}

function valueOf({ dimensions, askedYear, quarter }: Place, grouping: Exclude<Grouping, 'tag'>): string {
  if (grouping === 'year') return askedYear;
  if (grouping === 'quarter') return quarter;
  return dimensions[COLUMN_OF[grouping] as keyof DimensionRow] as string;
}
