import { type Condition, CONDITION_KINDS } from '#domain/contract/break-clause.js';
import { wholeNumber } from '../cells/amounts.js';
import { erasable, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { percent } from '../cells/percent.js';
import { name, oneOf, reference, words, yesNo } from '../cells/words.js';
import { defineSheet, type RowFault, type RowOf } from './sheet.js';

const days = wholeNumber('working days', 0, 1000);

/** The columns that each condition asks for; the others stay empty. */
const ASKED = {
  shortfall: ['below_percent', 'consecutive_periods'],
  silence: ['working_days_late'],
  'critical commitment missed': [],
} as const satisfies Record<Condition['kind'], readonly string[]>;

export const breakClauses = defineSheet(
  'break_clauses',
  {
    reference: required(reference),
    contract: required(reference),
    condition: required(oneOf(CONDITION_KINDS)),
    below_percent: optional(percent),
    consecutive_periods: optional(wholeNumber('periods', 1, 120)),
    working_days_late: optional(days),
    time_to_put_right_working_days: required(days),
    remediable: required(yesNo),
    notice_form: optional(words(), ''),
    notice_address: erasable(optional(words())),
    deemed_service_working_days: optional(days),
    who_may_decide: optional(words(), ''),
    summary: required(name(1000)),
    agreed_on: optional(date),
  },
  ['reference'],
  {
    check(row) {
      const asked: readonly string[] = ASKED[row.condition];
      const faults: RowFault<'below_percent' | 'consecutive_periods' | 'working_days_late'>[] = [];
      for (const column of ['below_percent', 'consecutive_periods', 'working_days_late'] as const) {
        if (asked.includes(column) && row[column] === null) {
          faults.push({ column, rule: `must be filled for the condition ${row.condition}`, fix: 'Fill it in from the contract.' });
        }
        if (!asked.includes(column) && row[column] !== null) {
          faults.push({ column, rule: `must be empty for the condition ${row.condition}`, fix: 'Empty the cell, or mend the condition.' });
        }
      }
      return faults;
    },
  },
);
export type BreakClauseRow = RowOf<typeof breakClauses>;
