import type { Span } from '../naive-count/days.js';
import { type BankHolidays, isWorked, standsStill, workingDay } from './calendar.js';
import { type ContractRecord, ofMember, type Schedule } from './record.js';
import { dayBefore, meet, nextDay } from './span.js';

const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 };

/** A return that a member owes. */
export interface NaiveReturn extends Span {
  readonly provider: string;
  /** Undefined while nobody knows. */
  readonly dueOn: string | undefined;
  /** The day by which returns had come that hold all its days together; undefined: none has. */
  readonly cameOn: string | undefined;
  readonly waitsForAnswer: boolean;
  readonly extended: boolean;
  readonly refusedOn: string | null;
  readonly setAside: boolean;
  /** It was due before the contract came on record. */
  readonly beforeRecord: boolean;
}

/** The periods of a contract, each with the returns that its members owe. */
export function naiveReturns(record: ContractRecord, bankHolidays: BankHolidays): readonly (Span & { readonly returns: readonly NaiveReturn[] })[] {
  return periodsOf(record).map((period) => {
    const { from, to } = period;
    const returns = membersOn(record, to).map((provider) => {
      const reached = dueAsKnown(record, provider, period, bankHolidays[record.jurisdiction]!);
      const moreTime = lastSaid(record.moreTime, provider, period);
      const until = moreTime?.until ?? null;
      const dueOn = until === null ? reached : latest(reached, extendedTo(until, record, bankHolidays));
      const missed = record.missed.get(ofMember(provider, period)) ?? ofLonger(record.missed, provider, period);
      return {
        ...{ provider, from, to, dueOn },
        cameOn: cameOn(record, provider, period),
        waitsForAnswer: moreTime?.last === 'waits for an answer',
        extended: until !== null,
        refusedOn: moreTime?.refusedOn ?? null,
        setAside: missed !== undefined && missed.setAside && (until === null || until <= missed.dueOn),
        beforeRecord: dueOn !== undefined && wasBeforeRecord(record, dueOn),
      };
    });
    return { from, to, returns };
  });
}

/** Whether what was due on a day was due before the contract came on record. */
export function wasBeforeRecord({ onRecordFrom }: ContractRecord, dueOn: string): boolean {
  return onRecordFrom !== null && dueOn < onRecordFrom;
}

/**
 * When a return is due. By what stood on record on that day it must have been owed, and due by then: else it is due when
 * it was due by that, or, if it was not owed by that, as many days after the change; and so on with the next change.
 */
function dueAsKnown(record: ContractRecord, provider: string, { from, to, dueWorkingDays }: Span & { readonly dueWorkingDays: number }, bankHolidays: ReadonlySet<string>): string | undefined {
  const { before, stops } = record;
  let due = workingDay(dueWorkingDays, to, bankHolidays, stops);
  for (const { on, owed } of before) {
    if (due === undefined) return undefined;
    // asked of nobody
    if (wasBeforeRecord(record, due)) return due;
    if (due >= on) continue;
    const days = owed.get(ofMember(provider, { from, to }));
    const other = days === undefined ? workingDay(dueWorkingDays, on, bankHolidays, stops) : workingDay(days, to, bankHolidays, stops);
    if (other === undefined || other > due) due = other;
    if (days !== undefined && due !== undefined && due < on) return due;
  }
  return due;
}

/** All that is owed by a record, and in how many working days. */
export function owedIn(record: ContractRecord): ReadonlyMap<string, number> {
  const owed = new Map<string, number>();
  for (const { from, to, dueWorkingDays } of periodsOf(record)) for (const provider of membersOn(record, to)) owed.set(ofMember(provider, { from, to }), dueWorkingDays);
  return owed;
}

function membersOn({ members }: ContractRecord, day: string): readonly string[] {
  let found = members[0]!.providers;
  for (const { providers, since } of members) if (since === null || since <= day) found = providers;
  return found;
}

/** What was said of a return by its days; else of one that began on the same day, whose period ends on another now. */
function lastSaid<Said>(said: ReadonlyMap<string, Said>, provider: string, period: Span): Said | undefined {
  let found = said.get(ofMember(provider, period));
  if (found !== undefined) return found;
  for (const [key, one] of said) if (key.startsWith(`${provider} ${period.from} `)) found = one;
  return found;
}

/** More time never shortens the time there was. */
function latest(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined ? undefined : [one, other].sort()[1];
}

/** What was missed of days that now belong to a shorter period. */
function ofLonger<Said>(said: ReadonlyMap<string, Said>, provider: string, { from, to }: Span): Said | undefined {
  let found: Said | undefined;
  let last: string | undefined;
  for (const [key, one] of said) if (key.startsWith(`${provider} ${from} `)) [found, last] = [one, key.split(' ').at(-1)!];
  return last !== undefined && last > to ? found : undefined;
}

function cameOn({ returns }: ContractRecord, provider: string, { from, to }: Span): string | undefined {
  const its = returns.filter((one) => one.provider === provider && meet(one, { from, to }));
  for (const until of its.map(({ submittedOn }) => submittedOn).sort()) {
    let isHeld = true;
    for (let day = from; day <= to && isHeld; day = nextDay(day)) {
      isHeld = its.some((one) => one.submittedOn <= until && one.from <= day && one.to >= day);
    }
    if (isHeld) return until;
  }
  return undefined;
}

/** A day in a suspension is put off by the working days that it took away. */
function extendedTo(until: string, record: ContractRecord, bankHolidays: BankHolidays): string | undefined {
  const still = record.stops.find((one) => standsStill(until, [one]));
  if (!still) return until;
  const holidays = bankHolidays[record.jurisdiction]!;
  let lost = 0;
  for (let day = still.from; day <= until; day = nextDay(day)) if (isWorked(day, holidays, [])) lost += 1;
  return workingDay(lost === 0 ? 1 : lost, dayBefore(still.from), holidays, record.stops);
}

function periodsOf({ contract, lastDay, schedules, suspensions, pastEnds }: ContractRecord): readonly (Span & { readonly dueWorkingDays: number })[] {
  const periods: (Span & { readonly dueWorkingDays: number })[] = [];
  let from = contract.terms.startsOn;
  let stoodStill = true;
  for (let day = from; day <= lastDay; day = nextDay(day)) {
    const agreed = scheduleOn(schedules, day);
    if (!agreed) return [];
    if (!standsStill(day, suspensions)) stoodStill = false;
    const next = nextDay(day);
    if (day !== lastDay && !pastEnds.includes(day) && !endsPeriod(agreed, day, next) && scheduleOn(schedules, next) === agreed) continue;
    if (!stoodStill) periods.push({ from, to: day, dueWorkingDays: agreed.dueWorkingDays });
    from = next;
    stoodStill = true;
  }
  return periods;
}

function scheduleOn(schedules: readonly Schedule[], day: string): Schedule | undefined {
  let found = schedules[0];
  for (const one of schedules) if (one.since === null || one.since <= day) found = one;
  return found;
}

function endsPeriod({ frequency, periodEnds }: Schedule, day: string, next: string): boolean {
  if (day.endsWith('-03-31')) return true;
  if (frequency === 'listed dates') return periodEnds.includes(day);
  return next.endsWith('-01') && (Number(next.slice(5, 7)) + 8) % MONTHS[frequency]! === 0;
}
