import { knownAt } from '#areas/totals/index.js';
import * as field from '#domain/kernel/fields.js';

/** As of when break clauses are asked for, as people type it. */
export const askedMoment = {
  knownAt,
  on: field.date.optional().describe('The day on which it is judged; left out: today, or the day of knownAt.'),
};
