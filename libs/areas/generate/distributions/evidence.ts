import type { Chance } from '../chance.js';

/** What comes with a report on a commitment that asks for evidence. */
export type Evidence = 'complete' | 'for a part' | 'missing';

export function evidenceFor(chance: Chance): Evidence {
  return chance.weighted([
    [80, 'complete'],
    [7, 'for a part'],
    [13, 'missing'],
  ]);
}
