import type { BankHolidaySpan } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { Jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { Faults } from '#domain/kernel/refusal.js';
import { isWeekend } from '#domain/kernel/working-days.js';
import type { StatedHoliday } from './stated-holiday.js';

/** The bank holidays of a jurisdiction for whole years, from a 1 January to a 31 December. */
export interface StatedYears extends BankHolidaySpan {
  readonly jurisdiction: Jurisdiction;
}

/** No jurisdiction has had fewer in a year since 1978, and none ever had nearly as many as the most. */
const IN_A_YEAR = { fewest: 8, most: 16 };

/** The longest stretch of years that one file may state: what is further away is a slip of the pen. */
const MOST_YEARS = 60;

/**
 * What a file states of each jurisdiction, from 1 January of its first year to 31 December of its last. Since the whole of
 * a year is replaced, each year in between must be stated as a whole.
 * @throws {Refusal} with everything that is wrong
 */
export function wholeYears(stated: readonly StatedHoliday[]): readonly StatedYears[] {
  const faults = new Faults();
  const whose = [...new Set(stated.map(({ jurisdiction }) => jurisdiction))];
  if (whose.length === 0) faults.add('file', '', 'must name bank holidays, and there is none in it', 'Give the JSON that GOV.UK publishes, or a CSV with the columns jurisdiction, date and name.');
  const years = whose.map((jurisdiction) => yearsOf(jurisdiction, stated.filter((one) => one.jurisdiction === jurisdiction), faults));
  faults.refuseIfAny();
  return years;
}

function yearsOf(jurisdiction: Jurisdiction, stated: readonly StatedHoliday[], faults: Faults): StatedYears {
  const inOrder = [...stated].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  for (const [at, { date, place }] of inOrder.entries()) {
    if (isWeekend(date)) faults.add(place, date, 'must not be a Saturday or Sunday, which are not worked anyway', 'Give the substitute day, or leave it out.');
    if (inOrder[at + 1]?.date === date) faults.add(inOrder[at + 1]!.place, date, `must stand once for ${jurisdiction}, and ${place} has it too`, 'Leave one of the two out.');
  }
  const [first, last] = [Number(inOrder[0]!.date.slice(0, 4)), Number(inOrder.at(-1)!.date.slice(0, 4))];
  checkYears(jurisdiction, inOrder, { first, last }, faults);
  return { jurisdiction, from: `${first}-01-01`, through: `${last}-12-31`, holidays: inOrder.map(({ date, name }) => ({ date, name })) };
}

function checkYears(jurisdiction: Jurisdiction, stated: readonly StatedHoliday[], { first, last }: { readonly first: number; readonly last: number }, faults: Faults): void {
  if (last - first >= MOST_YEARS) {
    faults.add(stated.at(-1)!.place, stated.at(-1)!.date, `must lie within ${MOST_YEARS} years of the first, ${stated[0]!.date}`, 'Mend the year.');
    return;
  }
  for (let year = first; year <= last; year++) {
    const count = stated.filter(({ date }) => date.startsWith(`${year}-`)).length;
    if (count >= IN_A_YEAR.fewest && count <= IN_A_YEAR.most) continue;
    const rule = `must state every bank holiday of a year, ${IN_A_YEAR.fewest} to ${IN_A_YEAR.most} of them: the file replaces whole years`;
    faults.add(`${jurisdiction} ${year}`, `${count} bank holidays`, rule, `Give all of ${year}, or mend the year.`);
  }
}
