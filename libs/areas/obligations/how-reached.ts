import { longDate } from '#domain/kernel/date.js';
import { listed } from '#domain/kernel/listed.js';
import type { Reached, Standstill } from '#domain/kernel/working-days.js';

/**
 * How a day was reached by counting working days, in words and without a full stop: “20 working days after 31 May 2026,
 * passing over 15 June 2026 (World Cup bank holiday)”.
 */
export function howReached({ from, workingDays, date, bankHolidays, standstills }: Reached): string {
  const passed = bankHolidays.map(({ date, name }) => `${longDate(date)} (${name})`);
  const still = standstills.map(stoodStill);
  return [
    counted(from, workingDays, date),
    ...(passed.length > 0 ? [`passing over ${listed(passed)}`] : []),
    ...(still.length > 0 ? [`with the clock standing still ${listed(still)} while the contract was suspended`] : []),
    ...(date === null ? ['so that nobody knows the day yet'] : []),
  ].join(', ');
}

/** What to beware of in a day that was reached; null: nothing. */
export function warningAbout({ beyondKnown }: Pick<Reached, 'beyondKnown'>): string | null {
  return beyondKnown ? 'Bank holidays are not known that far ahead, so the day may still move. Record them as soon as they are proclaimed.' : null;
}

function counted(from: string, workingDays: number, date: string | null): string {
  if (workingDays > 0) return `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} after ${longDate(from)}`;
  return date === from ? `${longDate(from)} itself` : `the first working day after ${longDate(from)}, which is not worked`;
}

function stoodStill({ from, to }: Standstill): string {
  return to === null ? `since ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`;
}
