import { addDays, type IsoDate } from '../../kernel/date.js';
import { held } from '../../kernel/lookup.js';
import { overlap, type Period } from '../../kernel/period.js';
import { isWorkingDay, type Reached, type WorkCalendar, workingDaysAfter } from '../../kernel/working-days.js';
import { extendedUntil } from '../extended-until.js';
import { membersOn } from '../members-on.js';
import { returnKey } from '../return-key.js';
import type { ContractState, Extension, MissedReturn, SubmittedReturn } from '../state.js';
import { type ReportingPeriod, reportingPeriods } from './reporting-periods.js';

/** A return that a member of a contract owes for a period, and whether it came. */
export interface OwedReturn extends ReportingPeriod {
  readonly provider: string;
  /** How the day was reached on which it is due, but for an extension: from the end of its period, or from when it came on record that it is owed. */
  readonly reached: Reached;
  readonly extension: Extension | undefined;
  /** The authority owes an answer about more time: nobody is late meanwhile. */
  readonly unanswered: boolean;
  /** The day on which it is due; null while the contract is suspended and nobody knows until when. */
  readonly dueOn: IsoDate | null;
  readonly submitted: SubmittedReturn | undefined;
  readonly missed: MissedReturn | undefined;
  /** It was due before the contract came on record: nobody is asked for it. */
  readonly beforeRecord: boolean;
}

/**
 * The returns for all reporting periods, by period: of who was a member on its last day, in the order agreed.
 *
 * @param wanted limits them to some periods: dates are counted for no others
 */
export function owedReturns(state: ContractState, calendar: WorkCalendar, wanted: (period: ReportingPeriod) => boolean = () => true): readonly OwedReturn[] {
  return reportingPeriods(state).filter(wanted).flatMap((period) => {
    const reached = workingDaysAfter(period.to, period.dueWorkingDays, calendar);
    return membersOn(state, period.to).map((provider) => owedReturn(state, provider, period, dueAsKnown(state, provider, period, reached, calendar), calendar));
  });
}

function owedReturn(state: ContractState, provider: string, period: ReportingPeriod, reached: Reached, calendar: WorkCalendar): OwedReturn {
  const extension = saidOf(state.extensions, provider, period);
  const until = extendedUntil(extension);
  const dueOn = until === null ? reached.date : laterOf(reached.date, extendedTo(until, calendar));
  const missed = missedAsYet(missedMark(state.missedReturns, provider, period), until, dueOn);
  const beforeRecord = dueOn !== null && isBeforeRecord(state, dueOn);
  return { ...period, provider, reached, extension, unanswered: extension?.standing === 'asked', dueOn, submitted: submittedFor(state, provider, period), missed, beforeRecord };
}

/** Whether a day lies before the one on which the contract came on record. */
export function isBeforeRecord({ onRecordFrom }: ContractState, day: IsoDate): boolean {
  return onRecordFrom !== null && day < onRecordFrom;
}

/**
 * When a return is due as far as its member could know. Where it came on record only after that day that it is owed, it is
 * due as if its period had ended then; where it had been due later by what was on record, it is due then.
 */
function dueAsKnown(state: ContractState, provider: string, { from, to, dueWorkingDays }: ReportingPeriod, reached: Reached, calendar: WorkCalendar): Reached {
  let due = reached;
  for (const recut of state.recuts) {
    // what was due before the contract came on record is asked of nobody, whoever else joins
    if (due.date === null || due.date >= recut.onRecordFrom || isBeforeRecord(state, due.date)) continue;
    const stood = held(recut.owed, returnKey({ provider, from, to }));
    const known = stood === undefined ? workingDaysAfter(recut.onRecordFrom, dueWorkingDays, calendar) : workingDaysAfter(to, stood, calendar);
    if (known.date === null || known.date > due.date) due = known;
    // it was due, and known to be
    if (stood !== undefined && due.date !== null && due.date < recut.onRecordFrom) return due;
  }
  return due;
}

/** An extended day that falls into a suspension is the one that leaves as many working days after it as it took away. */
function extendedTo(until: IsoDate, calendar: WorkCalendar): IsoDate | null {
  const still = calendar.standstills.find((one) => one.from <= until && (one.to === null || one.to >= until));
  if (!still) return until;
  let lost = 0;
  for (let day = still.from; day <= until; day = addDays(day, 1)) if (isWorkingDay(day, { ...calendar, standstills: [] })) lost++;
  return workingDaysAfter(addDays(still.from, -1), Math.max(lost, 1), calendar).date;
}

/** More time never makes a return due earlier than none; null: nobody knows. */
function laterOf(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}

/**
 * Where a return is due later than on the day on which it was recorded as missed, it was not missed then, and the new day
 * can be missed anew. What was set aside stays so, unless more time was given.
 */
function missedAsYet(missed: MissedReturn | undefined, until: IsoDate | null, dueOn: IsoDate | null): MissedReturn | undefined {
  if (missed === undefined || (until !== null && until > missed.dueOn)) return undefined;
  return missed.setAside || (dueOn !== null && dueOn <= missed.dueOn) ? missed : undefined;
}

/** What was said of a member’s return: for its days, or for a period that began on the same day and ends on another now. */
function saidOf<Said>(said: Readonly<Record<string, Said>>, provider: string, period: Period): Said | undefined {
  return held(said, returnKey({ provider, ...period })) ?? saidOfAnother(said, provider, period)?.[1];
}

/** That a return was missed is said of its days, or of a period that ends earlier now; that of a shorter one says nothing of all its days. */
function missedMark(missed: ContractState['missedReturns'], provider: string, period: Period): MissedReturn | undefined {
  const exactly = held(missed, returnKey({ provider, ...period }));
  if (exactly !== undefined) return exactly;
  const another = saidOfAnother(missed, provider, period);
  return another && another[0].slice(-period.to.length) > period.to ? another[1] : undefined;
}

function saidOfAnother<Said>(said: Readonly<Record<string, Said>>, provider: string, { from }: Period): readonly [string, Said] | undefined {
  const begins = `${provider}/${from}/`;
  return Object.entries(said).findLast(([key]) => key.startsWith(begins));
}

/** The return with which a member had submitted all days of a period: one that holds them all, or the last of several that hold them together. */
function submittedFor(state: ContractState, provider: string, period: Period): SubmittedReturn | undefined {
  const its = returnsOf(state, provider).filter((one) => overlap(one, period));
  const inOrder = its.toSorted((one, other) => (one.submittedOn < other.submittedOn ? -1 : 1));
  return inOrder.find((_, at) => holdAllDays(inOrder.slice(0, at + 1), period));
}

function holdAllDays(returns: readonly Period[], { from, to }: Period): boolean {
  let next = from;
  for (const one of returns.toSorted((a, b) => (a.from < b.from ? -1 : 1))) if (one.from <= next && one.to >= next) next = addDays(one.to, 1);
  return next > to;
}

/** By contract's returns, so that a contract with many members is not gone through once for each. */
const byProvider = new WeakMap<ContractState['returns'], Map<string, SubmittedReturn[]>>();

function returnsOf({ returns }: ContractState, provider: string): readonly SubmittedReturn[] {
  let known = byProvider.get(returns);
  if (!known) {
    byProvider.set(returns, (known = new Map()));
    for (const one of Object.values(returns)) known.set(one.provider, [...(known.get(one.provider) ?? []), one]);
  }
  return known.get(provider) ?? [];
}

/** What a return is judged by. */
export type JudgedReturn = Pick<OwedReturn, 'from' | 'to' | 'dueOn' | 'submitted' | 'missed' | 'beforeRecord' | 'unanswered'>;

/**
 * How a return stands on a day.
 * - `before the record`: it was due before the contract came on record, and did not come
 * - `returned`, `returned late`: it came, by the day on which it was due or after it; not late where nobody is asked for
 *   it, nor while a question for more time waits for its answer
 * - `missed`: it is recorded that it had not come; `set aside`: that this counts for nothing
 * - `overdue`: the day has passed, nothing is recorded yet, and no question for more time waits for its answer
 * - `due`: its period has ended; `open`: its period has begun; `to come`: it has not
 * - `suspended`: its period has ended, and the contract stands still
 */
export const RETURN_STATES = ['before the record', 'returned', 'returned late', 'missed', 'set aside', 'overdue', 'due', 'open', 'to come', 'suspended'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export function returnState(owed: JudgedReturn, today: IsoDate): ReturnState {
  const { from, to, dueOn, submitted, missed, beforeRecord, unanswered } = owed;
  if (submitted) return dueOn === null || submitted.submittedOn <= dueOn || unanswered || beforeRecord ? 'returned' : 'returned late';
  if (missed) return missed.setAside ? 'set aside' : 'missed';
  if (beforeRecord) return 'before the record';
  if (from > today) return 'to come';
  if (to >= today) return 'open';
  if (dueOn === null) return 'suspended';
  return today > dueOn && !unanswered ? 'overdue' : 'due';
}
