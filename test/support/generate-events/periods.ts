import { type Frequency, lastDay, financialYear, reportingPeriods, type Span } from '../naive-count/days.js';
import type { ChainInMaking, CommitmentInMaking } from './contract-in-making.js';
import type { Random } from './random.js';

const FREQUENCIES: readonly Frequency[] = ['monthly', 'quarterly', 'half-yearly', 'annual'];

/** A period of one year that has ended by a day, within the dates given; undefined where there is none. */
export function endedPeriod(random: Random, from: string, to: string, today: string): Span | undefined {
  if (from > today) return undefined;
  const ended = reportingPeriods(random.pick(FREQUENCIES), from, to < today ? to : today).filter((period) => period.to <= today);
  return ended.length === 0 ? undefined : random.pick(ended);
}

/** A single day of the dates given, by a day; now and then a few days of one year. */
export function datedItem(random: Random, from: string, to: string, today: string): Span | undefined {
  const period = endedPeriod(random, from, to, today);
  if (!period) return undefined;
  const day = random.pick([period.from, period.to, period.to]);
  return random.chance(0.2) ? period : { from: day, to: day };
}

export type Place = 'free' | 'in addition' | 'refused';

/**
 * Rule 15: whether a report may stand there beside the others of its commitment. Also reports that were corrected are
 * looked at, because a correction that is rejected brings them back.
 */
export function placeFor(
  commitment: CommitmentInMaking,
  report: Span & { readonly provider: string | null; readonly item: boolean },
  except?: ChainInMaking,
): Place {
  const who = (provider: string | null) => provider ?? commitment.terms.provider;
  let place: Place = 'free';
  for (const chain of commitment.chains) {
    if (chain === except || chain.withdrawn) continue;
    for (const other of chain.reports) {
      if (report.from > other.to || other.from > report.to) continue;
      const [one, another] = [who(report.provider), who(other.provider)];
      if (one !== null && another !== null && one !== another) continue;
      if (!report.item && !other.item) return 'refused';
      if (report.item !== other.item) place = 'in addition';
    }
  }
  return place;
}

/** Periods of whole years, quarters … that do not overlap, for targets. */
export function targetPeriods(random: Random, from: string, to: string): readonly Span[] {
  const years = [...new Set(reportingPeriods('annual', from, to).map((period) => financialYear(period.to)))];
  return random.some(years, 0.7).flatMap((year) => {
    const inYear = (span: Span) => financialYear(span.to) === year && span.to <= lastDay(year);
    const periods = reportingPeriods(random.pick(FREQUENCIES.slice(1)), from, to).filter(inYear);
    return random.chance(0.7) ? periods : random.some(periods, 0.7);
  });
}
