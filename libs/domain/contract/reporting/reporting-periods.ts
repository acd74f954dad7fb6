import { addDays, type IsoDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 } as const;

/**
 * The reporting periods of a contract: months, quarters, halves or years of the financial year, the first and last
 * cut to the contract's own dates. None where no schedule was agreed.
 */
export function reportingPeriods(contract: {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly reporting: keyof typeof MONTHS | null;
}): readonly Period[] {
  if (contract.reporting === null) return [];
  const months = MONTHS[contract.reporting];
  const periods: Period[] = [];
  let from = contract.startsOn;
  while (from <= contract.endsOn) {
    const end = endOfPeriod(from, months);
    const to = end < contract.endsOn ? end : contract.endsOn;
    periods.push({ from, to });
    from = addDays(to, 1);
  }
  return periods;
}

/** The last day of the period of so many months, counted from April, that a day lies in. */
function endOfPeriod(date: IsoDate, months: number): IsoDate {
  const sinceApril = (Number(date.slice(5, 7)) + 8) % 12;
  const left = months - (sinceApril % months);
  const monthIndex = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + left;
  const firstAfter = `${Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, '0')}-01`;
  return addDays(firstAfter, -1);
}
