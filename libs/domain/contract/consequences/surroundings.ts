import type { BankHolidayTables } from '../../authority/bank-holidays/bank-holidays.js';
import type { IsoDate } from '../../kernel/date.js';

/** What consequences look at beside the contract itself. */
export interface JudgedOn {
  /** The day as of which it is judged. */
  readonly today: IsoDate;
  /** The day on which somebody looked, where that is another: what is found is found then. */
  readonly foundOn?: IsoDate;
  readonly bankHolidays: BankHolidayTables;
  /** How many reminders of a return are known to have been delivered to a member. */
  remindersDelivered(provider: string, from: IsoDate, to: IsoDate): number;
}
