import type { ReportedSoFar } from './sanity.js';

/** What the decision on a delivery report or a correction looks at beside the contract. */
export interface ClaimSurroundings {
  /** The day that it is in London. */
  readonly today: string;
  /** By command or page an unusual figure needs a reason; an import lets it through and warns of it (rule 16). */
  readonly unusualFigures: 'need a reason' | 'pass';
  /** Undefined: nobody is asked whether a line is a fifth of the authority's total. */
  readonly soFar?: ReportedSoFar | undefined;
}
