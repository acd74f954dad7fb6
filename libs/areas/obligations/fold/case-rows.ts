import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { Breach } from '#domain/contract/breach.js';
import { type BreakCase, caseName, isClosed } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import type { Period } from '#domain/kernel/period.js';
import type { WorkCalendar } from '#domain/kernel/working-days.js';
import { AUTHORITY_RULES } from '../authority-rules.js';
import type { CountDays } from './count-days.js';
import { type ObligationRow, obligationRow } from './obligation-row.js';

/** What is due in the cases of break clauses: what the authority has to decide, and the steps of improvement plans. */
export function caseRows(state: ContractState, count: CountDays, tables: BankHolidayTables): readonly ObligationRow[] {
  const calendar = workingCalendar(state, tables);
  const cases = Object.values(state.breakClauses).flatMap((clause) => clause.cases);
  return cases.flatMap((one) => [...decisionRows(state, one, count), ...stepRows(state, one), ...putRightRows(state, one, calendar)]);
}

function decisionRows(state: ContractState, one: BreakCase, count: CountDays): readonly ObligationRow[] {
  const closedOn = one.confirmed?.on ?? one.setAsideOn;
  if (closedOn === null && isClosed(one)) return [];
  const kind = 'decide on a condition';
  const reached = count(one.metOn, AUTHORITY_RULES[kind]);
  const how = { reached, since: 'the condition was found to be met', extendedUntil: null } as const;
  const key = [one.clause, one.number];
  return [obligationRow(state.terms!, { kind, key, provider: '', ...periodOf(one.breach), about: caseName(one), dueOn: reached.date, how, closedOn })];
}

/** No step is owed once the case is closed otherwise than by putting the breach right, or the contract was ended. */
function stepRows(state: ContractState, one: BreakCase): readonly ObligationRow[] {
  if (isOwedNoMore(state, one)) return [];
  return (one.plan ?? []).map((dueOn, index) =>
    obligationRow(state.terms!, {
      kind: 'improvement step',
      key: [one.clause, one.number, index + 1],
      provider: whoseBreach(state, one.breach),
      ...periodOf(one.breach),
      about: `${caseName(one)}, step ${index + 1}`,
      dueOn,
      how: { reached: null, since: null, extendedUntil: null },
      closedOn: one.putRightOn,
    }),
  );
}

/** A breach whose notice was served is to be put right by a day, unless the case is closed otherwise or the contract was ended. */
function putRightRows(state: ContractState, one: BreakCase, calendar: WorkCalendar): readonly ObligationRow[] {
  if (isOwedNoMore(state, one)) return [];
  const { putRightBy: reached } = caseClock(one, calendar);
  if (!reached) return [];
  const how = { reached, since: 'the notice counts as served', extendedUntil: null } as const;
  const provider = whoseBreach(state, one.breach);
  return [obligationRow(state.terms!, { kind: 'put a breach right', key: [one.clause, one.number], provider, ...periodOf(one.breach), about: caseName(one), dueOn: reached.date, how, closedOn: one.putRightOn })];
}

/** Whether nobody is to put a breach right any more, though nobody did. */
function isOwedNoMore({ terminatedOn, completedOn }: ContractState, one: BreakCase): boolean {
  return one.putRightOn === null && (isClosed(one) || terminatedOn !== null || completedOn !== null);
}

/** Who is to put a breach right: the member who was silent or missed its commitment, else the lead. */
function whoseBreach({ terms, commitments }: ContractState, breach: Breach): string {
  if (breach.kind === 'silence') return breach.provider;
  const promised = breach.kind === 'shortfall' ? undefined : held(commitments, breach.commitment);
  return promised?.terms.provider ?? terms!.lead;
}

/** The days that a breach is about. */
function periodOf(breach: Breach): Period {
  if (breach.kind !== 'shortfall') return { from: breach.from, to: breach.to };
  return { from: breach.periods[0]!.from, to: breach.periods.at(-1)!.to };
}
