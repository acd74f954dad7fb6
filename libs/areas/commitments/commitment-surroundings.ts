import type { MeasureSetState } from '#domain/measures/measure-set.js';

/** What decisions about commitments look at beside the contract. */
export interface CommitmentSurroundings {
  /** The day that it is in London. */
  readonly today: string;
  /** The authority's measures as they stand now. */
  readonly measures: MeasureSetState['measures'];
  /** By command or page an unusual target needs a reason; an import lets it through and warns of it (rule 16). */
  readonly unusualFigures: 'need a reason' | 'pass';
}
