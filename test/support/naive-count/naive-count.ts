/**
 * A second reading of COUNTING.md over stored events, slow and plain. It shares nothing with the project's own
 * arithmetic, so that the two can be compared.
 */
export type { StoredEvent } from './stored-event.js';
export { naiveTotals, type NaiveQuantity, type NaiveQuestion, type NaiveRow } from './totals.js';
export { naiveKept, type NaiveKept, type NaiveKeptQuestion } from './kept.js';
export { naiveCoverage, type NaiveCount, type NaiveCoverage, type NaiveCoverageQuestion } from './coverage.js';
