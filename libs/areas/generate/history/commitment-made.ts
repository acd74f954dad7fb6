import type { Period } from '#domain/kernel/period.js';
import { partOfYear } from '../periods.js';
import { measureOf } from '../words/measures.js';
import type { Provider } from './providers.js';

/** How finely a commitment is reported: a total for each period or each month, or so many dated items a month. */
export type Grain = 'period' | 'month' | { readonly items: number };

/** A commitment as its story is told. */
export interface CommitmentMade {
  readonly reference: string;
  readonly measure: string;
  /** The member who delivers it; undefined: all, by their shares. */
  readonly by: Provider | undefined;
  readonly yearly: number;
  readonly place: string;
  readonly critical: boolean;
  /** Empty: none is asked. */
  readonly evidence: string;
  readonly grain: Grain;
}

/** What adds up over a year is less in a part of one; posts, stocks and percentages are not. */
export function dueIn({ measure, yearly }: CommitmentMade, period: Period): number {
  const { kind, combine } = measureOf(measure);
  return combine === 'sum' && kind !== 'FTE' ? yearly * partOfYear(period) : yearly;
}
