import type { DifferenceAnswer } from '#areas/totals/index.js';
import { csvOf } from '#surface/pages/tables/csv.js';
import { BEHIND, FIGURE_NAMES, poundsInFile, SIX } from '../six-figures/six-figures.js';

const FIGURES = [...SIX, ...BEHIND];

/** The events that made a difference as a file, each with what it changed of every figure, to the penny. */
export function changesFile({ events }: DifferenceAnswer): Buffer {
  const header = ['Entry', 'Recorded at', 'Event', 'By', 'Reason', 'Contract', 'Commitment', ...FIGURES.map((figure) => `${FIGURE_NAMES[figure]} (£)`)];
  return csvOf(
    header,
    events.map(({ position, recordedAt, event, actor, reason, contract, commitment, pence }) => [
      position,
      recordedAt,
      event,
      actor,
      reason ?? '',
      contract,
      commitment,
      ...FIGURES.map((figure) => poundsInFile(pence[figure])),
    ]),
  );
}
