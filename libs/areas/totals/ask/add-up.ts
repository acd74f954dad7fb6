import { plus } from '#domain/contract/parts.js';
import { financialYearOf, periodOfYear } from '#domain/kernel/financial-year.js';
import { FIGURES } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';
import type { Grouping } from './dimension.js';
import type { Filter, YearBasis } from './question.js';
import { stockRows } from './stock-rows.js';
import { replayStocks } from './stocks.js';
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
  /** Only these; left out: all. */
  readonly figures?: ReadonlySet<CountedFigure> | undefined;
}

/** Adds up every figure under every key; where years are not taken whole, the stocks by replaying their lines. */
export async function addUp(view: TotalsView, question: AddUp): Promise<readonly SumRow[]> {
  const { position, by, where, yearBasis } = question;
  const within = withinYears(question);
  const flows = await view.sums({ ...question, position: position >= view.position ? null : position, withinYears: within });
  if (!within) return flows.filter(holdsSomething);
  const roles = ['committed', 'reported', 'validated'] as const;
  const versions = await view.stockLines({ position, roles, where, stepwise: yearBasis === 'posted' });
  const figures = new Set(COUNTED.filter((figure) => figure !== 'underCorrection' && question.figures?.has(figure) !== false));
  const stocks = stockRows(replayStocks(versions, { ...question, bucket: bucketOf(question), figures }), by, where, yearBasis);
  return merge([...flows, ...stocks]).filter(holdsSomething);
}

type Within = Pick<AddUp, 'where' | 'deliveredTo'> & Partial<Pick<AddUp, 'by'>>;

/** Whether a question tells periods of one year apart: by quarter, or up to a day that does not end a year. */
export function withinYears(question: Within): boolean {
  const { deliveredTo } = question;
  return bucketOf(question) === 'quarter' || (deliveredTo !== null && deliveredTo !== periodOfYear(financialYearOf(deliveredTo)).to);
}

/** Of which span of a stock's lines the last counts. */
export function bucketOf({ by = [], where }: Within): 'year' | 'quarter' {
  return by.includes('quarter') || where.some(({ dimension }) => dimension === 'quarter') ? 'quarter' : 'year';
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
    for (const figure of COUNTED) {
      const [one, other] = [standing.amounts[figure], row.amounts[figure]];
      if (one ?? other) amounts[figure] = plus(one, other);
    }
    merged.set(key, { ...standing, amounts });
  }
  return [...merged.values()];
}

function holdsSomething({ amounts }: SumRow): boolean {
  return Object.values(amounts).some(({ pence, quantity }) => pence !== 0 || quantity !== 0n);
}
