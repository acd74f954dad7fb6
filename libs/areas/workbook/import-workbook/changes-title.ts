import type { ImportAnswer } from './import-answer.js';
import { MOST_CHANGED_CELLS } from './plan/changed-cells.js';

/** What stands over the changed cells of an answer; where not all of them are told of, of how many rows they are the first. */
export function changesTitle({ changes = [], counts: { changed } }: Pick<ImportAnswer, 'changes' | 'counts'>, isIn: boolean): string {
  const numbered = (count: number): string => count.toLocaleString('en-GB');
  const first = changes.length < MOST_CHANGED_CELLS ? '' : `: the first ${numbered(changes.length)} cells, of ${numbered(changed)} rows`;
  return `${isIn ? 'What changed' : 'What would change'}${first}`;
}
