import type { Figure } from '../six-figures/six-figures.js';

/**
 * Whether an entry of a figure that is recorded (`recorded`) belongs to the one that is looked at; undefined looks at
 * all. *Due* is never recorded: it is what was committed for the periods that had ended.
 */
export function isOfFigure(looked: Figure | undefined, recorded: string, periodEnd: string, dueOn: string): boolean {
  if (looked === undefined) return true;
  if (looked === 'due') return recorded === 'committed' && periodEnd <= dueOn;
  return recorded === looked;
}
