import { lastDayOf, reportingPeriods } from '#domain/contract/reporting/reporting-periods.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import type { Faults } from '#domain/kernel/refusal.js';

/**
 * The days of a return are those of reporting periods, of one or of several in a row; days before the contract began and
 * after it ended do no harm. A return for a part of a period would be recorded, and the member would be counted as silent
 * all the same. Without a reporting schedule nobody knows better.
 */
export function checkDays(faults: Faults, state: ContractState, { from, to }: Period): void {
  if (state.terms === null || state.schedule === null) return;
  const periods = reportingPeriods(state);
  const first = later(from, state.terms.startsOn);
  const last = earlier(to, lastDayOf(state)!);
  const begins = first <= to && periods.some((one) => one.from === first);
  if (begins && periods.some((one) => one.to === last)) return;
  const [name, value, which] = begins ? ['to', to, 'last'] : ['from', from, 'first'];
  faults.add(name!, value, `must be the ${which} day of a reporting period of this contract`, fixOf(periods, { from, to }));
}

/** The periods that were probably meant. */
function fixOf(periods: readonly Period[], asked: Period): string {
  const meant = periods.filter((one) => overlap(one, asked)).map(({ from, to }) => `${from} to ${to}`);
  if (meant.length > 0) return `Submit it for ${meant.slice(0, 12).join(', or ')}.`;
  if (periods.length === 0) return 'No return is asked for: the contract was suspended throughout.';
  return `No return is asked for on these days: the contract’s reporting periods go from ${periods[0]!.from} to ${periods.at(-1)!.to}.`;
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}
