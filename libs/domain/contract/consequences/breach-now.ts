import { held } from '../../kernel/lookup.js';
import { type Period, samePeriod } from '../../kernel/period.js';
import type { Quantity } from '../../kernel/quantity.js';
import type { WorkCalendar } from '../../kernel/working-days.js';
import type { Breach } from '../breach.js';
import { type BreakCase, type BreakClause, termsOn } from '../break-clause.js';
import { type OwedReturn, owedReturns } from '../reporting/owed-returns.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import type { ContractState } from '../state.js';
import { assessPeriod } from './assess-period.js';
import { criticalCommitmentsMissed } from './critical-commitment.js';
import { dueItems } from './due-items.js';
import { isShort, keptShare } from './kept-share.js';
import { type ShortPeriod, shortPeriod } from './shortfall.js';
import { silencesMet } from './silence.js';
import type { JudgedOn } from './surroundings.js';

type BreachOf<Kind extends Breach['kind']> = Extract<Breach, { readonly kind: Kind }>;

/**
 * Whether a condition that was met would be met today by the same periods, return or target. `cannot be judged`: a line
 * waits for the authority's decision, or the time of the provider has not run out (an extension, a suspension).
 */
export type Standing = 'met' | 'not met' | 'cannot be judged';

/** What the figures that met a condition look like now, computed anew: what a person who decides must know of. */
export type BreachNow =
  | { readonly kind: 'shortfall'; readonly standing: Standing; readonly periods: readonly PeriodNow[] }
  | { readonly kind: 'silence'; readonly standing: Standing; readonly owed: OwedReturn | null }
  | { readonly kind: 'critical commitment missed'; readonly standing: Standing; readonly item: ItemNow | null };

export interface PeriodNow extends ShortPeriod {
  /** The delivery reports that wait for a decision. */
  readonly waiting: readonly string[];
}

export interface ItemNow {
  readonly due: Quantity;
  readonly validated: Quantity;
  /** The delivery reports that wait for a decision. */
  readonly waiting: readonly string[];
}

export function breachNow(state: ContractState, one: BreakCase, judged: JudgedOn): BreachNow {
  const calendar = workingCalendar(state, judged.bankHolidays);
  const owed = owedReturns(state, calendar);
  // as if it had met nothing yet: what a case stands for already would not be found again
  const clause: BreakClause = { ...held(state.breakClauses, one.clause)!, cases: [] };
  switch (one.breach.kind) {
    case 'shortfall':
      return shortfallNow(state, clause, one.breach, owed, judged);
    case 'silence':
      return silenceNow(clause, one.breach, owed, calendar, judged);
    case 'critical commitment missed':
      return criticalNow(state, clause, one.breach, owed, calendar, judged);
  }
}

function shortfallNow(state: ContractState, clause: BreakClause, breach: BreachOf<'shortfall'>, owed: readonly OwedReturn[], { today }: JudgedOn): BreachNow {
  const assessed = breach.periods.map((period) => assessPeriod(state, period, owed.filter((one) => samePeriod(one, period)), today));
  const allShort = assessed.every(({ to, items }) => {
    const condition = termsOn(clause, to)?.condition;
    return condition?.kind === 'shortfall' && isShort(keptShare(items), condition.belowPercent);
  });
  const periods = assessed.map((period) => ({ ...shortPeriod(period), waiting: period.unsettled.flatMap((one) => (one.because === 'undecided' ? one.reports : [])) }));
  const settled = assessed.every(({ unsettled }) => unsettled.length === 0);
  return { kind: 'shortfall', standing: !allShort ? 'not met' : settled ? 'met' : 'cannot be judged', periods };
}

function silenceNow(clause: BreakClause, breach: BreachOf<'silence'>, owed: readonly OwedReturn[], calendar: WorkCalendar, judged: JudgedOn): BreachNow {
  const one = owed.find((each) => each.provider === breach.provider && samePeriod(each, breach));
  const kind = breach.kind;
  if (!one || one.missed?.setAside) return { kind, standing: 'not met', owed: one ?? null };
  if (silencesMet(clause, [one], calendar, judged).length > 0) return { kind, standing: 'met', owed: one };
  const open = !one.submitted && (one.dueOn === null || one.extension?.standing === 'asked');
  return { kind, standing: open ? 'cannot be judged' : 'not met', owed: one };
}

function criticalNow(
  state: ContractState,
  clause: BreakClause,
  breach: BreachOf<'critical commitment missed'>,
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  { today }: JudgedOn,
): BreachNow {
  const kind = breach.kind;
  const commitment = held(state.commitments, breach.commitment);
  const found = commitment && dueItems(state, commitment, breach).find((each) => samePeriod(each, breach));
  if (!commitment || !found) return { kind, standing: 'not met', item: null };
  const item = { due: found.due.quantity, validated: found.validated.quantity, waiting: found.undecided };
  if (!commitment.terms.critical || item.validated >= item.due) return { kind, standing: 'not met', item };
  const missed = criticalCommitmentsMissed(state, clause, owed, calendar, today).some((each) => isSame(each, breach));
  return { kind, standing: missed ? 'met' : 'cannot be judged', item };
}

function isSame(one: BreachOf<'critical commitment missed'>, other: Period & { readonly commitment: string }): boolean {
  return one.commitment === other.commitment && samePeriod(one, other);
}
