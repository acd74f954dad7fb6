import { plus } from '#domain/contract/parts.js';
import { FIGURES } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';
import type { Grouping } from './dimension.js';
import type { Filter, YearBasis } from './question.js';
import { stockRows } from './stock-rows.js';
import { replayStocks, type StockQuestion } from './stocks.js';
import type { CountedFigure, SumRow, TotalsView } from '../store/totals-store.js';

/** The figures in the order in which they are shown. */
export const COUNTED: readonly CountedFigure[] = ['committed', 'due', ...FIGURES.slice(1)];

export interface AddUp {
  readonly position: number;
  readonly by: readonly Grouping[];
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo: string | null;
  readonly dueOn: string;
}

/** Adds up every figure under every key, flows from cells or journal and stocks, where needed, from their lines. */
export async function addUp(view: TotalsView, question: AddUp): Promise<readonly SumRow[]> {
  const byQuarter = question.by.includes('quarter') || question.where.some(({ dimension }) => dimension === 'quarter');
  const stocksByYear = !byQuarter && question.deliveredTo === null;
  const flows = await view.sums({ ...question, position: question.position >= view.position ? null : question.position, stocksByYear });
  const stockQuestion: StockQuestion = {
    ...question,
    bucket: byQuarter ? 'quarter' : 'year',
    figures: new Set(stocksByYear ? ['due'] : COUNTED.filter((figure) => figure !== 'underCorrection')),
  };
  const roles = stocksByYear ? (['committed'] as const) : (['committed', 'reported', 'validated'] as const);
  const versions = await view.stockVersions(question.position, roles);
  const stocks = stockRows(replayStocks(versions, stockQuestion), question.by, question.where, question.yearBasis);
  return merge([...flows, ...stocks]).filter(holdsSomething);
}

/** Rows of one key and measure as one. */
function merge(rows: readonly SumRow[]): readonly SumRow[] {
  const merged = new Map<string, SumRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.key, row.measure, row.unit, row.valued]);
    const standing = merged.get(key);
    if (!standing) {
      merged.set(key, row);
      continue;
    }
    const amounts: Partial<Record<CountedFigure, Amount>> = {};
    for (const figure of COUNTED) amounts[figure] = plus(standing.amounts[figure], row.amounts[figure]);
    merged.set(key, { ...standing, amounts });
  }
  return [...merged.values()];
}

function holdsSomething({ amounts }: SumRow): boolean {
  return Object.values(amounts).some(({ pence, quantity }) => pence !== 0 || quantity !== 0n);
}
