import type { Jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import type { IsoDate } from '#domain/kernel/date.js';
import * as field from '#domain/kernel/fields.js';

/** What a holiday is called: all of it can be recorded. */
export const holidayName = (most: number) =>
  field.name(most).refine((text) => !/[\u0000-\u001f\u007f\p{Surrogate}]/u.test(text), 'must not hold control characters or halves of characters');

/** A bank holiday as a file states it. */
export interface StatedHoliday {
  readonly jurisdiction: Jurisdiction;
  readonly date: IsoDate;
  readonly name: string;
  /** What the person who mends the file calls the place where its day stands: `row 7, date`. */
  readonly place: string;
}
