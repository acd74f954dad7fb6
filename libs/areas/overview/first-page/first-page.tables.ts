import type { TotalsAnswer } from '#areas/totals/index.js';
import { barChart } from '#surface/pages/charts/bar-chart.js';
import type { ChartWithTable } from '#surface/pages/charts/chart.js';
import { headlinePounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { BEHIND, type Figure, FIGURE_NAMES, figureCells, figureColumns, SIX, stated, tracePath } from '../six-figures/six-figures.js';

type Row = TotalsAnswer['rows'][number];

/** A table of totals by one dimension; every figure is opened in its trace. */
export function totalsTable(answer: TotalsAnswer, table: Pick<FiguresTable, 'id' | 'caption' | 'csvHref'> & { first: string; figures: readonly Figure[]; total?: Row | undefined }): FiguresTable {
  const { first, figures, total, ...rest } = table;
  const cells = (row: Row, name: string) => ({ cells: [{ text: name }, ...figureCells(row.pence, figures, tracePath(answer.authority, row.id))] });
  const [dimension] = answer.by;
  return {
    ...rest,
    columns: figureColumns(first, figures),
    rows: answer.rows.map((row) => cells(row, stated(dimension && row.key[dimension]))),
    total: total && cells(total, 'All'),
  };
}

export function byYearTables(byYear: TotalsAnswer, csvHref: string): { readonly six: FiguresTable; readonly behind: FiguresTable } {
  return {
    six: totalsTable(byYear, { id: 'by-year', caption: 'Six figures by financial year', first: 'Year', figures: SIX, csvHref }),
    behind: totalsTable(byYear, { id: 'behind', caption: 'Behind the six figures', first: 'Year', figures: BEHIND }),
  };
}

const CHARTED = ['committed', 'reported', 'validated'] as const satisfies readonly Figure[];

/** What was promised, claimed and accepted, by theme, in one year. */
export function byThemeChart(byTheme: TotalsAnswer, year: string, total: Row | undefined, csvHref: string): ChartWithTable | undefined {
  if (byTheme.rows.length === 0) return undefined;
  const title = `By theme, ${year}`;
  return {
    title,
    markup: barChart({
      id: 'theme',
      title,
      description: `For each theme three bars: what was committed for ${year}, reported and validated. The table below has every figure.`,
      arrangement: 'grouped',
      series: CHARTED.map((figure) => FIGURE_NAMES[figure]),
      categories: byTheme.rows.map(({ key, pence }) => ({ name: stated(key.theme), values: CHARTED.map((figure) => pence[figure]) })),
      write: headlinePounds,
    }),
    table: totalsTable(byTheme, { id: 'by-theme', caption: `Six figures by theme in ${year}`, first: 'Theme', figures: SIX, total, csvHref }),
  };
}

const MONEY: Readonly<Record<string, string>> = { cash: 'Cash spent', 'in kind': 'In kind, at cost', estimate: 'Estimate (proxy values)' };

/** Cash, in kind and estimate are always separate subtotals; what has no value is in none of them. */
export function byMoneyTable(byMoney: TotalsAnswer, year: string): FiguresTable | undefined {
  const rows = Object.keys(MONEY).flatMap((kind) => byMoney.rows.filter(({ key }) => key.money === kind));
  if (rows.length === 0) return undefined;
  const named = rows.map((row) => ({ ...row, key: { ...row.key, money: MONEY[row.key.money ?? ''] ?? row.key.money } }));
  return totalsTable({ ...byMoney, rows: named }, { id: 'by-money', caption: `By kind of money in ${year}`, first: 'Kind', figures: SIX });
}

/** Measures that nobody has valued: counted in their own units, and never worth £0. */
export function unvaluedTable(byMeasure: TotalsAnswer, year: string, names: ReadonlyMap<string, string>): FiguresTable | undefined {
  const rows = byMeasure.rows.filter(({ pence }) => pence.committed === null);
  if (rows.length === 0) return undefined;
  return {
    id: 'unvalued',
    caption: `Counted in quantities only in ${year}`,
    columns: [...figureColumns('Measure', []), { heading: 'Unit', numeric: false }, ...figureColumns('', SIX).slice(1)],
    rows: rows.flatMap((row) =>
      row.quantities.map((line) => ({
        cells: [
          { text: names.get(line.measure) ?? line.measure },
          { text: line.unit },
          ...SIX.map((figure) => ({ text: quantity(line[figure]), href: `${tracePath(byMeasure.authority, row.id)}?figure=${figure}` })),
        ],
      })),
    ),
  };
}

const DELIVERED = ['reported', 'evidenced', 'validated', 'additional'] as const satisfies readonly Figure[];

/** What was delivered without a promise: apart, since it makes good no shortfall. */
export function beyondTable(beyond: TotalsAnswer): FiguresTable | undefined {
  if (beyond.rows.length === 0) return undefined;
  return totalsTable(beyond, { id: 'beyond', caption: 'Beyond contract by financial year', first: 'Year', figures: DELIVERED });
}
