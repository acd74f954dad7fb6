/**
 * A second reading of when a break clause’s condition is met, from recorded facts alone, slow and plain. It shares
 * nothing with the project’s own evaluation, so that the two can be compared. The rules, once more:
 *
 * **Periods.** From the first day of the contract to its last (its end; earlier, the day of its completion or its ending),
 * day after day: a period ends where a month, quarter, half or year counted from April ends, or on a listed day or a 31
 * March, on the last day, and on the eve of the day from which another schedule holds. What was agreed without such a day
 * replaces all that was agreed. A period each day of which the contract stood still asks for nothing and is passed over.
 *
 * **Returns.** Every member on the last day of a period (as agreed from a day on; until any were, the lead alone, and another from the day of its variation) owes one
 * for it, by the nth working day after that day; with 0 by that day, or the next that is worked. Not worked: Saturdays,
 * Sundays, bank holidays of the jurisdiction as recorded by now, days of suspension. More time that was granted puts
 * another day in its place, which a later question or refusal does not take away; where it falls into a suspension, it is
 * put off by as many working days as that took away. What was said of a return goes with the first day of its period,
 * where that ends on another day now. A return has come once returns that came hold all its days. Stated again because
 * something changed, it had come before; only an entry error takes back the day that was said. What was due before the
 * contract came on record nobody is asked for, and nothing is judged by it. Where a change that reaches back (of members,
 * lead, dates, schedule, end) came on record later than a return of it was due, time counts from then, or as it stood before
 * on record. Where that a contract was resumed came on record later, its clocks stood still until then.
 *
 * **Due.** (No more of a target than was agreed while its days ran, but for what was typed wrong.) What commitments of the contract that stand promise, but for what is never totalled: each target by its own
 * days, less what was moved out of them, with what was moved into them; below nothing is nothing. It is due in the
 * period in which its last day lies. For it counts what is validated of deliveries, and attested of opening balances,
 * that end on its days; of a stock, each member’s latest line.
 *
 * **Judged** is a period that is over, on no day of which the contract stood still, for which each return has come, or
 * its day is over, nobody waits for an answer about more time, and it was not set aside that it was missed (unless a later
 * day was granted since); and if no report in force waits for a decision, of any such commitment on days of the period, or
 * of a commitment with a target due in it on days of that target. Nor if a report in force tells of days of such a target
 * and of others: how much of it belongs there, nobody has said.
 *
 * **Short** is it when, of what has a value, less than X% is kept in pence, target by target and never more than was
 * due; or when, of what has none, the mean of the shares kept is below X%. N short ones in a row meet the condition. One
 * in which nothing was due is passed over; one that was kept, cannot be judged, has counted before, or about which the
 * clause said nothing, begins the row anew. What the clause said on the last day of the last period decides.
 *
 * **Silence** is it when the nth working day after the due day is over and no return had come by then; where more time
 * was refused later than that day, after the refusal. Not while more time is asked for, not where it was set aside that
 * the return was missed; of a member and days once.
 *
 * **A critical commitment** is missed when something was due of a target whose last day lies in the contract, and less
 * was validated; no report of it waits on days of the target, or tells of those and others; the contract stood still on
 * none of them; and the returns of its member (or of all) for the period of the target’s last day have come or are over
 * as above; where that day lies in no period, when 20 working days after it are over. Of a target once, or of others
 * on its days. One that became critical is so by targets that end from then on. A commitment of
 * somebody who has left the contract is nobody’s to judge here.
 */
export { type BankHolidays, naiveBankHolidays, workingDay } from './calendar.js';
export { itemsOf, type NaiveItem, waitingReports } from './due.js';
export { type NaiveCondition, naiveConditions } from './conditions.js';
export { naiveReturns, type NaiveReturn } from './returns.js';
export { readRecord } from './read-record.js';
export type { ContractRecord, RecordedFact } from './record.js';
