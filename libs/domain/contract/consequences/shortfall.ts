import { overlap } from '../../kernel/period.js';
import type { Breach } from '../breach.js';
import { type BreakClause, termsOn } from '../break-clause.js';
import type { AssessedPeriod } from './assess-period.js';
import { isAnythingDue, isShort, keptShare, unvaluedPercent } from './kept-share.js';

type Shortfall = Extract<Breach, { kind: 'shortfall' }>;
export type ShortPeriod = Shortfall['periods'][number];

/**
 * The shortfalls that meet a clause's condition: so many consecutive periods, each judged short by what the clause said
 * on its last day. Periods in which nothing was due say nothing and are passed over; one that cannot be judged, or in
 * which enough was kept, begins the count anew. A period counts for one case only.
 *
 * @param periods those of the contract in order
 */
export function shortfallsMet(clause: BreakClause, periods: readonly AssessedPeriod[]): readonly Shortfall[] {
  const counted = clause.cases.flatMap(({ breach }) => (breach.kind === 'shortfall' ? breach.periods : []));
  const met: Shortfall[] = [];
  let run: AssessedPeriod[] = [];
  for (const period of periods) {
    const condition = termsOn(clause, period.to)?.condition;
    if (condition?.kind !== 'shortfall' || counted.some((one) => overlap(one, period)) || period.unsettled.length > 0) {
      run = [];
      continue;
    }
    const kept = keptShare(period.items);
    if (!isAnythingDue(kept)) continue;
    run = isShort(kept, condition.belowPercent) ? [...run, period] : [];
    if (run.length < condition.consecutivePeriods) continue;
    met.push({ kind: 'shortfall', periods: run.slice(-condition.consecutivePeriods).map(shortPeriod) });
    run = [];
  }
  return met;
}

/** The figures of a period, as a breach keeps them. */
export function shortPeriod({ from, to, items }: Pick<AssessedPeriod, 'from' | 'to' | 'items'>): ShortPeriod {
  const kept = keptShare(items);
  const { duePence, keptPence, unvaluedDue } = kept;
  return { from, to, duePence, keptPence, unvaluedDue, unvaluedPercent: unvaluedPercent(kept) };
}
