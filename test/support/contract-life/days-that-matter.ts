import { isClosed } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import { addDays } from '#domain/kernel/date.js';
import { workingDaysAfter } from '#domain/kernel/working-days.js';
import type { ContractLife } from './life.js';

/** The next day on which a return is due, a silence can begin to count or a clause can be invoked, or the day after one; today where none is to come. */
export function nextDayThatMatters({ state, bankHolidays, today }: ContractLife): string {
  const calendar = workingCalendar(state, bankHolidays);
  const late = Object.values(state.breakClauses).flatMap(({ terms }) => (terms.condition.kind === 'silence' ? [terms.condition.workingDaysLate] : []));
  let next: string | undefined;
  for (const { dueOn } of owedReturns(state, calendar)) {
    if (dueOn === null || dueOn < addDays(today, -60)) continue;
    const days = [dueOn, ...late.map((n) => workingDaysAfter(dueOn, n, calendar).date)];
    for (const day of days.flatMap((one) => (one === null ? [] : [one, addDays(one, 1)]))) {
      if (day > today && (next === undefined || day < next)) next = day;
    }
  }
  for (const one of Object.values(state.breakClauses).flatMap(({ cases }) => cases)) {
    const day = isClosed(one) ? null : caseClock(one, calendar).invocableFrom;
    if (day !== null && day > today && (next === undefined || day < next)) next = day;
  }
  return next ?? today;
}
