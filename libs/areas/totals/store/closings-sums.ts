import type { IsoDate } from '#domain/kernel/date.js';
import { type Amount, NOTHING } from '#domain/measures/value.js';
import { FIGURES } from '#domain/measures/figures.js';
import { plus } from '#domain/contract/parts.js';
import { COLUMNS_OF, type EnteredFigure } from '../fold/amounts.js';
import type { Grouping } from '../ask/dimension.js';
import type { CountedFigure, SumQuestion, SumRow } from './totals-store.js';

/** The dimensions that closings know, with their columns. */
const OF_ROLLUP = {
  'contract-basis': 'contract_basis',
  theme: 'theme',
  outcome: 'outcome',
  measure: 'measure',
  money: 'money',
} as const satisfies Partial<Record<Grouping, string>>;
type OfRollup = keyof typeof OF_ROLLUP;

const known: ReadonlySet<string> = new Set<Grouping>([...(Object.keys(OF_ROLLUP) as OfRollup[]), 'year']);

/** Whether closings can answer: all dimensions of the question are theirs, and its years are whole. */
export function closingsKnow({ by, where, withinYears }: SumQuestion): boolean {
  const filtered = where.map(({ dimension }) => dimension);
  return !withinYears && [...by, ...filtered].every((grouping) => known.has(grouping)) && new Set(filtered).size === filtered.length;
}

/** What `closings.sql` limits its keys to, from `$4` on. */
export function filtersOf({ where, yearBasis }: SumQuestion): readonly (readonly string[] | null)[] {
  const valuesOf = (wanted: Grouping) => where.find(({ dimension }) => dimension === wanted)?.values ?? null;
  const years = valuesOf('year');
  return [...(Object.keys(OF_ROLLUP) as OfRollup[]).map(valuesOf), yearBasis === 'delivered' ? years : null, yearBasis === 'posted' ? years : null];
}

type AmountColumn = (typeof COLUMNS_OF)[EnteredFigure][number];

/** A row of `closings.sql`: amounts as text. */
export type ClosedRow = Readonly<Record<(typeof OF_ROLLUP)[OfRollup] | 'unit' | 'combine' | 'year' | 'posted_year', string>> & {
  readonly valued: boolean;
  readonly ends: IsoDate;
} & Readonly<Record<AmountColumn, string>>;

/** Adds up rows of closings under the keys of a question. */
export function sumsOfClosings(rows: readonly ClosedRow[], question: SumQuestion): readonly SumRow[] {
  const { by, yearBasis } = question;
  const sums = new Map<string, { row: Omit<SumRow, 'amounts'>; amounts: Partial<Record<CountedFigure, Amount>> }>();
  for (const closed of rows) {
    const valueOf = (grouping: Grouping) =>
      grouping === 'year' ? (yearBasis === 'posted' ? closed.posted_year : closed.year) : closed[OF_ROLLUP[grouping as OfRollup]];
    const { measure, unit, valued } = closed;
    const key = by.map(valueOf);
    const text = JSON.stringify([key, measure, unit, valued]);
    let sum = sums.get(text);
    if (!sum) sums.set(text, (sum = { row: { key, measure, unit, valued }, amounts: {} }));
    add(sum.amounts, closed, question);
  }
  return [...sums.values()].map(({ row, amounts }) => ({ ...row, amounts }));
}

function add(amounts: Partial<Record<CountedFigure, Amount>>, closed: ClosedRow, { deliveredTo, dueOn, figures }: SumQuestion): void {
  const enter = (figure: CountedFigure, amount: Amount): void => {
    if (amount !== NOTHING && figures?.has(figure) !== false) amounts[figure] = plus(amounts[figure], amount);
  };
  const ended = deliveredTo === null || closed.ends <= deliveredTo;
  for (const figure of FIGURES) if (figure === 'committed' || ended) enter(figure, amountOf(closed, figure));
  if (closed.ends > dueOn) return;
  enter('due', amountOf(closed, closed.combine === 'latest' ? 'stockDue' : 'committed'));
}

function amountOf(closed: ClosedRow, figure: EnteredFigure): Amount {
  const [pence, quantity] = COLUMNS_OF[figure];
  if (closed[pence] === '0' && closed[quantity] === '0') return NOTHING;
  return { pence: Number(closed[pence]), quantity: BigInt(closed[quantity]) };
}
