import { FIGURES } from '#domain/measures/figures.js';

/**
 * The figures that the fold enters. Beside those that people ask for: *stock due*, by how much a stock's *due* grows on
 * the day on which a target ends, so that *due* on any day is a sum for stocks too (COUNTING.md rule 3).
 */
export const ENTERED = [...FIGURES, 'stockDue'] as const;
export type EnteredFigure = (typeof ENTERED)[number];

/** The name of a figure in columns. */
export const COLUMN = {
  committed: 'committed',
  reported: 'reported',
  evidenced: 'evidenced',
  validated: 'validated',
  additional: 'additional',
  notAssessed: 'not_assessed',
  underCorrection: 'under_correction',
  broughtForward: 'brought_forward',
  stockDue: 'stock_due',
} as const satisfies Readonly<Record<EnteredFigure, string>>;

type AmountColumn = `${(typeof COLUMN)[EnteredFigure]}_${'pence' | 'quantity'}`;

/** The columns of amounts, of which every figure has two. */
export const AMOUNTS = ENTERED.flatMap((figure) => [`${COLUMN[figure]}_pence`, `${COLUMN[figure]}_quantity`] as const) satisfies readonly AmountColumn[];

/** The names of a figure's two columns. */
export const COLUMNS_OF = Object.fromEntries(ENTERED.map((figure) => [figure, [`${COLUMN[figure]}_pence`, `${COLUMN[figure]}_quantity`]])) as unknown as Readonly<
  Record<EnteredFigure, readonly [pence: AmountColumn, quantity: AmountColumn]>
>;

/** In SQL a line with AMOUNT stands for one line for each amount. */
export function withEachAmount(sql: string): string {
  return sql.replace(/^(?!--).*\bAMOUNT\b.*$/gm, (line) => {
    const more = line.endsWith(',');
    const one = more ? line.slice(0, -1) : line;
    return AMOUNTS.map((column) => one.replaceAll('AMOUNT', column)).join(',\n') + (more ? ',' : '');
  });
}
