import { addDays } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';
import type { Chance } from '../chance.js';
import { monthsAfter } from '../periods.js';
import type { Sector } from '../words/sectors.js';

/** Of all contracts, so many ran already when the ledger began. */
const RUNNING = 0.55;
/** The month that those which ran had begun in, counted back from the first that is reported on. */
const BEGUN_WITHIN = 24;
/** The others begin over so many months. */
const BEGIN_OVER = 31;

/** From when to when a contract runs: whole months, some reported on in any case. */
export function contractDates(chance: Chance, { length }: Sector, begins: string): Period {
  const months = 12 * chance.between(...length);
  if (!chance.happens(RUNNING)) {
    // Many begin with the financial year.
    const month = chance.between(0, BEGIN_OVER);
    const begin = monthsAfter(begins, chance.happens(0.4) ? month - (month % 12) : month);
    return { from: begin, to: addDays(monthsAfter(begin, months), -1) };
  }
  const begin = monthsAfter(begins, -chance.between(0, Math.min(BEGUN_WITHIN, months - 9)));
  return { from: begin, to: addDays(monthsAfter(begin, months), -1) };
}

/** The law that a contract was bought under, by its sector and the day it begins (DOMAIN.md). */
export function regimeOf({ regime }: Sector, begin: string): 'procurement-act-2023' | 'provider-selection-regime' | 'light-touch' | 'earlier law' {
  if (regime === 'provider-selection-regime') return begin >= '2024-01-01' ? regime : 'light-touch';
  if (regime === 'light-touch') return regime;
  // Procured since 24 February 2025; some months pass between notice and start.
  return begin >= '2025-07-01' ? 'procurement-act-2023' : 'earlier law';
}
