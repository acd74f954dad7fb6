import { z } from 'zod';
import type { IsoDate } from '#domain/kernel/date.js';
import * as field from '#domain/kernel/fields.js';
import type { Faults } from '#domain/kernel/refusal.js';

/** For listed dates: when reporting periods end. */
export const periodEnds = z
  .array(field.date)
  .max(500)
  .default([])
  .describe('For listed dates: the last days of the periods. 31 March ends one in any case, and so does the end of the contract.');

interface Runs {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Notes listed dates that are lacking, not asked for, or outside the contract; answers them in order, each once. */
export function checkPeriodEnds(faults: Faults, frequency: string, given: readonly IsoDate[], { startsOn, endsOn }: Runs): IsoDate[] {
  const listed = frequency === 'listed dates';
  if (listed && given.length === 0) faults.add('periodEnds', '', 'must be given for listed dates', 'List the last days of the periods.');
  if (!listed && given.length > 0) faults.add('periodEnds', given.join(', '), 'must be left out but for listed dates', 'Leave them out, or choose listed dates.');
  const outside = given.find((day) => day < startsOn || day > endsOn);
  if (outside) faults.add('periodEnds', outside, `must lie from ${startsOn} to ${endsOn}, while the contract runs`, 'Mend the day, or leave it out.');
  return [...new Set(given)].sort();
}
