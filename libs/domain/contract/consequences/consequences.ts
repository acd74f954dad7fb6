import type { NewEvent } from '../../kernel/event.js';
import type { Period } from '../../kernel/period.js';
import type { WorkCalendar } from '../../kernel/working-days.js';
import type { Breach } from '../breach.js';
import type { BreakClause } from '../break-clause.js';
import { fact } from '../contract.js';
import { breakConditionMet } from '../events/break-condition-met.js';
import { type OwedReturn, owedReturns } from '../reporting/owed-returns.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import type { ContractState } from '../state.js';
import { type AssessedPeriod, assessPeriod } from './assess-period.js';
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
  const periods = assessedPeriods(state, owed, judged);
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

/** The reporting periods of a contract that have ended, as break clauses see them. */
export function assessedPeriods(state: ContractState, owed: readonly OwedReturn[], { today }: Pick<JudgedOn, 'today'>): readonly AssessedPeriod[] {
  const byPeriod = new Map<string, { readonly period: Period; readonly returns: OwedReturn[] }>();
  for (const one of owed) {
    const key = `${one.from}/${one.to}`;
    const found = byPeriod.get(key);
    if (found) found.returns.push(one);
    else byPeriod.set(key, { period: { from: one.from, to: one.to }, returns: [one] });
  }
  return [...byPeriod.values()].filter(({ period }) => period.to < today).map(({ period, returns }) => assessPeriod(state, period, returns, today));
}
