import type { IsoDate } from '#domain/kernel/date.js';
import type { Dimension } from './dimension.js';

export type YearBasis = 'delivered' | 'posted';

/** A dimension limited to some of its values. */
export interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** A question about totals, with its moment settled: it can be asked again and answers the same. */
export interface TotalsQuestion {
  readonly authority: string;
  /** As known when this position had been recorded. */
  readonly position: number;
  readonly by: readonly Dimension[];
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  /** Limits every figure but *committed* to periods that ended by this day; null: no limit. */
  readonly deliveredTo: IsoDate | null;
  /** The day on which *due* is taken. */
  readonly dueOn: IsoDate;
}

/** Without `contract-basis` in the question, totals count what was promised in contracts (INTERFACE.md). */
export function withDefaultBasis(by: readonly Dimension[], where: readonly Filter[]): readonly Filter[] {
  const asked = by.includes('contract-basis') || where.some(({ dimension }) => dimension === 'contract-basis');
  return asked ? where : [...where, { dimension: 'contract-basis', values: ['contract'] }];
}
