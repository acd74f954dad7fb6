import type { NewEvent } from '../../kernel/event.js';
import type { WorkCalendar } from '../../kernel/working-days.js';
import type { Breach } from '../breach.js';
import type { BreakClause } from '../break-clause.js';
import { fact } from '../contract.js';
import { breakConditionMet } from '../events/break-condition-met.js';
import { type OwedReturn, owedReturns } from '../reporting/owed-returns.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import type { ContractState } from '../state.js';
import { type AssessedPeriod, assessPeriods } from './assess-period.js';
import { criticalCommitmentsMissed } from './critical-commitment.js';
import { shortfallsMet } from './shortfall.js';
import { silencesMet } from './silence.js';
import type { JudgedOn } from './surroundings.js';

/**
 * What follows from what happened to a contract: the conditions of its break clauses that are met and were not met
 * before. It is decided again whenever something is recorded, and by the sweep that looks for missed returns, since some
 * conditions are met by the passing of days alone. Whatever is found is internal until a person confirms it.
 */
export function consequencesOf(state: ContractState, judged: JudgedOn): readonly NewEvent[] {
  const clauses = Object.values(state.breakClauses);
  if (state.terms === null || clauses.length === 0) return [];
  const calendar = workingCalendar(state, judged.bankHolidays);
  const owed = owedReturns(state, calendar);
  const periods = assessPeriods(state, owed, judged.today, ({ to }) => to < judged.today);
  const foundOn = judged.foundOn ?? judged.today;
  return clauses.flatMap((clause) =>
    breaches(state, clause, periods, owed, calendar, judged).map((breach, index) =>
      fact(breakConditionMet, foundOn, { clause: clause.reference, case: clause.cases.length + index + 1, breach, metOn: foundOn }),
    ),
  );
}

function breaches(
  state: ContractState,
  clause: BreakClause,
  periods: readonly AssessedPeriod[],
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  judged: JudgedOn,
): readonly Breach[] {
  return [
    ...shortfallsMet(clause, periods),
    ...silencesMet(clause, owed, calendar, judged),
    ...criticalCommitmentsMissed(state, clause, owed, calendar, judged.today),
  ];
}
