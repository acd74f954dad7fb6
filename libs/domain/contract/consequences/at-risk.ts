import type { IsoDate } from '../../kernel/date.js';
import type { Pence } from '../../kernel/money.js';
import { overlap, type Period, samePeriod } from '../../kernel/period.js';
import { percentOf, WHOLE } from '../../kernel/percent.js';
import type { Quantity } from '../../kernel/quantity.js';
import { type WorkCalendar, workingDaysAfter } from '../../kernel/working-days.js';
import { type BreakClause, type Condition, termsOn } from '../break-clause.js';
import { isBeforeRecord, type OwedReturn, owedReturns } from '../reporting/owed-returns.js';
import { lastDayOf } from '../reporting/reporting-periods.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import type { Commitment, ContractState } from '../state.js';
import { type AssessedPeriod, assessPeriods, suspendedIn, type Unsettled, unsettledReturn } from './assess-period.js';
import { criticalCommitmentsMissed, returnsThatTell, WITHOUT_SCHEDULE_WORKING_DAYS } from './critical-commitment.js';
import { type DueItem, dueItems } from './due-items.js';
import { isShort, keptShare } from './kept-share.js';
import { lastDayToCome } from './silence.js';
import { type ShortPeriod, shortfallsMet, shortPeriod } from './shortfall.js';
import type { JudgedOn } from './surroundings.js';

const EVER: Period = { from: '1900-01-01', to: '2199-12-31' };

/** Whatever comes, such a period is never judged. */
const NEVER_JUDGED: ReadonlySet<Unsettled['because']> = new Set<Unsettled['because']>(['suspended', 'before the record', 'set aside']);

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { readonly kind: Kind }>;

/** What would meet a clause's condition. Its own period is the one in which it can still be averted. */
interface Risk extends Period {
  readonly clause: string;
  /** The delivery reports of it that wait for a decision: they are the authority's to decide. */
  readonly waiting: readonly string[];
  /** The last day on which it can be averted: the end of the period, or of the days in which a return can come. */
  readonly decidedBy: IsoDate;
}

export interface ShortfallAtRisk extends Risk {
  readonly kind: 'shortfall';
  readonly condition: ConditionOf<'shortfall'>;
  /** The consecutive periods, each as it stands. */
  readonly periods: readonly ShortPeriod[];
  /** How much more must be validated in the risk's own period, by value; null where the value is not short. */
  readonly lackingPence: Pence | null;
  /** What the targets without a value lack in it, each of its whole; none where they are not short. */
  readonly lackingQuantities: readonly { readonly commitment: string; readonly quantity: Quantity }[];
}

export interface SilenceAtRisk extends Risk {
  readonly kind: 'silence';
  readonly condition: ConditionOf<'silence'>;
  readonly provider: string;
  readonly dueOn: IsoDate;
}

export interface CriticalAtRisk extends Risk {
  readonly kind: 'critical commitment missed';
  readonly condition: ConditionOf<'critical commitment missed'>;
  readonly commitment: string;
  readonly due: Quantity;
  readonly validated: Quantity;
  readonly lacking: Quantity;
}

export type AtRisk = ShortfallAtRisk | SilenceAtRisk | CriticalAtRisk;

/**
 * What would meet the condition of a clause if the running reporting period ended today and everything stayed as it is:
 * periods that have ended and cannot be judged yet are taken as they stand, with what waits for a decision named. What
 * has met the condition already is no risk any more.
 */
export function atRisk(state: ContractState, clause: BreakClause, { today, bankHolidays }: Pick<JudgedOn, 'today' | 'bankHolidays'>): readonly AtRisk[] {
  if (state.terms === null) return [];
  const calendar = workingCalendar(state, bankHolidays);
  const owed = owedReturns(state, calendar);
  return [
    ...shortfalls(state, clause, owed, today),
    ...owed.flatMap((one) => silence(clause, one, calendar, today)),
    ...criticalCommitments(state, clause, owed, calendar, today),
  ];
}

function shortfalls(state: ContractState, clause: BreakClause, owed: readonly OwedReturn[], today: IsoDate): readonly AtRisk[] {
  const periods = assessPeriods(state, owed, today, ({ from }) => from <= today);
  // what a decision or a return can still settle is judged as it stands
  const asTheyStand = periods.map((period) => ({ ...period, unsettled: period.unsettled.filter(({ because }) => NEVER_JUDGED.has(because)) }));
  return shortfallsMet(clause, asTheyStand).flatMap((found) => {
    const run = found.periods.map((one) => periods.find((period) => samePeriod(period, one))!);
    const open = run.findLast(({ unsettled }) => unsettled.length > 0);
    return open ? [shortfall(clause, run, open)] : [];
  });
}

function shortfall(clause: BreakClause, run: readonly AssessedPeriod[], open: AssessedPeriod): ShortfallAtRisk {
  const condition = termsOn(clause, open.to)!.condition as ConditionOf<'shortfall'>;
  return {
    kind: 'shortfall',
    clause: clause.reference,
    condition,
    from: open.from,
    to: open.to,
    periods: run.map(shortPeriod),
    ...lackingIn(open.items, condition.belowPercent),
    waiting: [...new Set(run.flatMap(({ unsettled }) => unsettled.flatMap((one) => (one.because === 'undecided' ? one.reports : []))))],
    decidedBy: open.to,
  };
}

function lackingIn(items: readonly DueItem[], below: string): Pick<ShortfallAtRisk, 'lackingPence' | 'lackingQuantities'> {
  const kept = keptShare(items);
  // rounded up to whole pence: so much is enough
  const enough = Number((percentOf(below) * BigInt(kept.duePence) + WHOLE - 1n) / WHOLE);
  const unvaluedShort = isShort({ ...kept, duePence: 0, keptPence: 0 }, below);
  const lacking = items.filter(({ valued, due, validated }) => !valued && validated.quantity < due.quantity);
  return {
    lackingPence: enough > kept.keptPence ? enough - kept.keptPence : null,
    lackingQuantities: unvaluedShort ? lacking.map((item) => ({ commitment: item.commitment, quantity: lackingOf(item) })) : [],
  };
}

/** What is lacking of a target; a validated figure below nothing counts as nothing. */
function lackingOf({ due, validated }: DueItem): Quantity {
  return due.quantity - (validated.quantity > 0n ? validated.quantity : 0n);
}

/** A return that is overdue, while it can still come before the condition is met. */
function silence(clause: BreakClause, owed: OwedReturn, calendar: WorkCalendar, today: IsoDate): readonly SilenceAtRisk[] {
  const { provider, from, to, dueOn, submitted, extension, missed, beforeRecord } = owed;
  const condition = termsOn(clause, to)?.condition;
  if (condition?.kind !== 'silence' || dueOn === null || today <= dueOn) return [];
  if (submitted || beforeRecord || missed?.setAside || extension?.standing === 'asked') return [];
  const met = clause.cases.some(({ breach }) => breach.kind === 'silence' && breach.provider === provider && overlap(breach, owed));
  const decidedBy = lastDayToCome({ dueOn, extension }, condition.workingDaysLate, calendar);
  if (met || decidedBy === null || today > decidedBy) return [];
  return [{ kind: 'silence', clause: clause.reference, condition, provider, from, to, dueOn, waiting: [], decidedBy }];
}

function criticalCommitments(
  state: ContractState,
  clause: BreakClause,
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  today: IsoDate,
): readonly CriticalAtRisk[] {
  const met = [
    ...clause.cases.flatMap(({ breach }) => (breach.kind === 'critical commitment missed' ? [breach] : [])),
    ...criticalCommitmentsMissed(state, clause, owed, calendar, today),
  ];
  return Object.values(state.commitments)
    .filter(({ terms }) => terms.critical)
    .flatMap((commitment) => dueItems(state, commitment, EVER).filter((item) => canStillMeet(state, commitment, item, owed, calendar, today)))
    .filter((item) => item.validated.quantity < item.due.quantity && item.to <= lastDayOf(state)! && !suspendedIn(state, item))
    .filter((item) => !met.some((one) => one.commitment === item.commitment && overlap(one, item)))
    .flatMap((item) => critical(clause, item));
}

/** Whether a target belongs to the running period, or has ended and cannot be judged yet. */
function canStillMeet(state: ContractState, commitment: Commitment, item: DueItem, owed: readonly OwedReturn[], calendar: WorkCalendar, today: IsoDate): boolean {
  const telling = returnsThatTell(commitment, item, owed);
  if (telling.some(({ beforeRecord }) => beforeRecord)) return false;
  if (item.to >= today) return state.schedule === null ? item.from <= today : telling.some(({ from }) => from <= today);
  if (telling.length > 0) return item.undecided.length > 0 || telling.some((one) => unsettledReturn(one, today).length > 0);
  const dueOn = workingDaysAfter(item.to, WITHOUT_SCHEDULE_WORKING_DAYS, calendar).date;
  return dueOn !== null && !isBeforeRecord(state, dueOn) && (today <= dueOn || item.undecided.length > 0);
}

function critical(clause: BreakClause, item: DueItem): readonly CriticalAtRisk[] {
  const { commitment, from, to, due, validated, undecided } = item;
  const condition = termsOn(clause, to)?.condition;
  if (condition?.kind !== 'critical commitment missed') return [];
  const figures = { commitment, due: due.quantity, validated: validated.quantity, lacking: lackingOf(item) };
  return [{ kind: 'critical commitment missed', clause: clause.reference, condition, from, to, ...figures, waiting: undecided, decidedBy: to }];
}
