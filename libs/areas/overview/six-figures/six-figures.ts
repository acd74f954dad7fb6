import type { TotalsAnswer } from '#areas/totals/index.js';
import { wholePounds } from '#surface/pages/filters/pounds.js';
import type { FiguresCell, FiguresColumn } from '#surface/pages/tables/figures-table.js';

export type PenceFigures = TotalsAnswer['rows'][number]['pence'];
export type Figure = keyof PenceFigures;

/** The six figures, and what stands behind them, as pages call them. */
export const FIGURE_NAMES: Readonly<Record<Figure, string>> = {
  committed: 'Committed',
  due: 'Due',
  reported: 'Reported',
  evidenced: 'Evidenced',
  validated: 'Validated',
  additional: 'Additional',
  notAssessed: 'Not assessed',
  underCorrection: 'Under correction',
  broughtForward: 'Brought forward',
};

export const SIX = ['committed', 'due', 'reported', 'evidenced', 'validated', 'additional'] as const satisfies readonly Figure[];
export const BEHIND = ['notAssessed', 'underCorrection', 'broughtForward'] as const satisfies readonly Figure[];

/** What each figure counts, for a reader who has never met them. */
export const FIGURE_MEANINGS: Readonly<Record<Figure, string>> = {
  committed: 'what providers promised in their contracts',
  due: 'the part of committed whose period has ended',
  reported: 'what providers say they delivered, decided or not',
  evidenced: 'the part of reported whose evidence is complete',
  validated: 'what this authority checked and accepted, in whole or in part',
  additional: 'validated, less what would have happened anyway, was moved from elsewhere, left the area or was caused by others',
  notAssessed: 'validated value for which it has not been said what would have happened anyway; it is in validated, and not in additional',
  underCorrection: 'how much corrections that wait for a decision would change what was validated before',
  broughtForward: 'the part of the figures delivered before the ledger began, entered as opening balances',
};

export function isFigure(text: string | undefined): text is Figure {
  return text !== undefined && Object.hasOwn(FIGURE_NAMES, text);
}

/** A name column and a column for each figure. */
export function figureColumns(first: string, figures: readonly Figure[]): readonly FiguresColumn[] {
  return [{ heading: first, numeric: false }, ...figures.map((figure) => ({ heading: FIGURE_NAMES[figure], numeric: true }))];
}

/** The figures of a row to the nearest pound; with the row's trace, each is opened there. */
export function figureCells(pence: PenceFigures, figures: readonly Figure[], trace?: string): readonly FiguresCell[] {
  return figures.map((figure) => ({
    text: wholePounds(pence[figure]),
    href: trace === undefined || pence[figure] === null ? undefined : `${trace}?figure=${figure}`,
  }));
}

/** Where a total is opened: the entries that make it. */
export function tracePath(code: string, totalId: string): string {
  return `/authorities/${code}/trace/${totalId}`;
}

/** The value of a dimension as people read it; a blank one was not stated. */
export function stated(value: string | undefined): string {
  return value === undefined || value === '' ? '(not stated)' : value;
}

/** Pence as a decimal of pounds, for files: `1234.56`; null where there is no value. */
export function poundsInFile(pence: number | null): string | null {
  if (pence === null) return null;
  const size = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}
