import type { TotalsAnswer } from '#areas/totals/index.js';
import { csvOf } from '#surface/pages/tables/csv.js';
import { addressWith } from '../asking/asking.js';
import { BEHIND, FIGURE_NAMES, poundsInFile, SIX } from '../six-figures/six-figures.js';

const FIGURES = [...SIX, ...BEHIND];

/** Totals as a file, to the penny, each row with the moment at which it was known. */
export function totalsFile({ by, rows, position, deliveredTo, dueOn, yearBasis }: TotalsAnswer): Buffer {
  const header = [...by, ...FIGURES.map((figure) => `${FIGURE_NAMES[figure]} (£)`), 'Known at entry', 'Due on', 'Delivered to', 'Year basis'];
  const lines = rows.map(({ key, pence }) => [
    ...by.map((dimension) => key[dimension] ?? ''),
    ...FIGURES.map((figure) => poundsInFile(pence[figure])),
    position,
    dueOn,
    deliveredTo ?? '',
    yearBasis,
  ]);
  return csvOf(header, lines);
}

/** Where the totals of an answer are to be had as a file: the same question, at the same moment. */
export function totalsFilePath(answer: Pick<TotalsAnswer, 'authority' | 'by' | 'position' | 'deliveredTo' | 'dueOn' | 'yearBasis'>, where = ''): string {
  const { authority, by, position, deliveredTo, dueOn, yearBasis } = answer;
  return addressWith(`/authorities/${authority}/totals.csv`, {
    by: by.join(','),
    where,
    yearBasis,
    knownAt: String(position),
    deliveredTo: deliveredTo ?? undefined,
    dueOn,
  });
}
