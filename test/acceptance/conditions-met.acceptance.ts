import fc from 'fast-check';
import { decideRecordBankHolidays, recordBankHolidays } from '#areas/calendar/index.js';
import { calendarEvolution } from '#domain/authority/calendar.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import { addDays } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { isWeekend, type Standstill, workingDaysAfter } from '#domain/kernel/working-days.js';
import { sized } from '../reliability/scenario.js';
import { type Beginning, beginnings, recordedOf } from '../support/contract-life/beginnings.js';
import { Counts } from '../support/contract-life/counts.js';
import { nextDayThatMatters } from '../support/contract-life/days-that-matter.js';
import { ContractLife } from '../support/contract-life/life.js';
import { play } from '../support/contract-life/play.js';
import { type Step, steps } from '../support/contract-life/moves.js';
import {
  type BankHolidays,
  type ContractRecord,
  itemsOf,
  naiveBankHolidays,
  type NaiveCondition,
  naiveConditions,
  naiveReturns,
  readRecord,
  waitingReports,
  workingDay,
} from '../support/naive-conditions/naive-conditions.js';
import { seedOf } from '../support/seed.js';

/**
 * Over whatever people may decide about a contract, on whatever days: the conditions of its break clauses are met on the
 * days, and by the figures, that a second reading of the facts comes to. `RELIABILITY=full` takes more and longer
 * histories; `SEED=random` draws others, and a failure names its seed and tells the shortest history that it found.
 */
const seed = seedOf();
const HISTORIES = sized({ small: 60, full: 1_000 });
const LENGTH = sized({ small: 60, full: 80 });

describe(`Conditions of break clauses (SEED=${seed})`, () => {
  it(
    'are met if and only if a second reading of the facts says so, and never by a line that waits for a decision',
    () => {
      const seen = new Counts();
      fc.assert(
        fc.property(beginnings, fc.array(steps, { minLength: LENGTH / 2, maxLength: LENGTH, size: 'max' }), (beginning, history) => live(beginning, history, seen)),
        { numRuns: HISTORIES, seed },
      );
      seen.tell(`conditions met · SEED=${seed} · of ${HISTORIES} histories`);
      // A property over histories in which nothing happens would prove nothing.
      for (const what of MUST_BE_SEEN) expect({ what, histories: seen.histories(what) > 0 }).toEqual({ what, histories: true });
    },
    sized({ small: 60_000, full: 3_600_000 }),
  );
});

const MUST_BE_SEEN = [
  'shortfall met',
  'silence met',
  'critical commitment missed met',
  'held back by undecided lines',
  'held back by more time',
  'held back by a suspension',
  ...['confirm', 'serve notice', 'agree plan', 'put right', 'apply remedy', 'invoke', 'change contract', 'agree members'].map((move) => `did “${move}”`),
];

/** Lives a history; throws with all that happened where the two readings differ. */
function live(beginning: Beginning, history: readonly Step[], seen: Counts): void {
  seen.next();
  const life = new ContractLife(beginning.runs[0]);
  life.record(recordedOf(beginning));
  for (const [at, { after, move }] of history.entries()) {
    if (after === 'until a day that matters') life.today = nextDayThatMatters(life);
    else life.pass(after);
    if (play(life, move, `D${at}`)) seen.see(`did “${move.do}”`);
    check(life, seen, move.do === 'look for missed returns');
  }
  // in the end nobody does anything any more, and days alone pass
  for (const days of [0, 40, 150]) {
    life.pass(days);
    play(life, { do: 'look for missed returns' }, '');
    check(life, seen, true);
  }
}

/** @param why whether to ask also what held conditions back, which takes as long again */
function check(life: ContractLife, seen: Counts, why: boolean): void {
  const { today } = life;
  const record = readRecord(life.facts);
  const bankHolidays = naiveBankHolidays(life.calendarFacts);
  const asked = { bankHolidays, today };
  const met = life.following();
  const found = met.map(({ payload }) => payload as NaiveCondition & { readonly metOn: string });
  const expected = naiveConditions(record, asked);
  same(life, 'conditions met', ordered(found.map(({ clause, breach }) => ({ clause, breach }))), ordered(expected));
  same(life, 'days on which returns are due', owedDays(life), naiveDays(record, bankHolidays));
  for (const { breach } of found) {
    const waiting = waitingFor(record, breach);
    if (waiting.length > 0) throw new Error(`A condition was met by undecided lines: ${waiting.join(', ')}.\n${life.told()}`);
    seen.see(`${breach.kind} met`);
  }
  life.record(met);
  same(life, 'conditions met a second time', life.following(), []);
  checkClocks(life, bankHolidays, readRecord(life.facts).stops);
  if (!why) return;
  const more = (others: readonly NaiveCondition[]) => others.length > expected.length;
  if (more(naiveConditions(record, { ...asked, asIfDecided: true }))) seen.see('held back by undecided lines');
  if (more(naiveConditions({ ...record, moreTime: new Map() }, asked))) seen.see('held back by more time');
  if (more(naiveConditions({ ...record, suspensions: [] }, asked))) seen.see('held back by a suspension');
}

/** Compared as text, so that what differs is told with the history that led to it. */
function same(life: ContractLife, what: string, ours: unknown, naive: unknown): void {
  const [one, other] = [JSON.stringify(ours, null, 1), JSON.stringify(naive, null, 1)];
  if (one !== other) throw new Error(`The ${what} differ on ${life.today}.\nOurs: ${one}\nNaive: ${other}\n${life.told()}`);
}

function ordered(conditions: readonly NaiveCondition[]): readonly NaiveCondition[] {
  const fields = (value: object) => Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  const text = conditions.map(({ clause, breach }) => JSON.stringify({ clause, breach: fields(breach) })).sort();
  return text.map((one) => JSON.parse(one) as NaiveCondition);
}

function owedDays({ state, bankHolidays }: ContractLife): unknown {
  return owedReturns(state, workingCalendar(state, bankHolidays)).map(({ provider, from, to, dueOn }) => ({ provider, from, to, dueOn }));
}

function naiveDays(record: ContractRecord, bankHolidays: BankHolidays): unknown {
  return naiveReturns(record, bankHolidays).flatMap(({ returns }) => returns.map(({ provider, from, to, dueOn = null }) => ({ provider, from, to, dueOn })));
}

/** The reports that wait on days that a breach is about, or of targets that were due then. */
function waitingFor(record: ContractRecord, breach: NaiveCondition['breach']): readonly string[] {
  const waiting: string[] = [];
  const spans = breach.kind === 'shortfall' ? (breach['periods'] as { from: string; to: string }[]) : [];
  for (const commitment of record.contract.commitments.values()) {
    for (const { from, to } of spans) {
      if (commitment.terms.basis === 'contract' && !commitment.withdrawn) waiting.push(...waitingReports(commitment, { from, to }));
      for (const item of itemsOf(record, commitment)) if (item.to >= from && item.to <= to) waiting.push(...item.waiting);
    }
    if (breach.kind === 'critical commitment missed' && breach['commitment'] === commitment.reference) {
      waiting.push(...waitingReports(commitment, breach as unknown as { from: string; to: string }));
    }
  }
  return waiting;
}

/** Service and the time to put right, of every notice that was sent. */
function checkClocks(life: ContractLife, bankHolidays: BankHolidays, stops: ContractRecord['stops']): void {
  const { state } = life;
  const holidays = bankHolidays[state.terms!.jurisdiction]!;
  for (const one of Object.values(state.breakClauses).flatMap(({ cases }) => cases)) {
    if (!one.notice) continue;
    const { deemedServed, putRightBy } = caseClock(one, workingCalendar(state, life.bankHolidays));
    const served = workingDay(one.terms.deemedServiceWorkingDays ?? 2, one.notice.sentOn, holidays, [])!;
    const until = workingDay(one.terms.timeToPutRightWorkingDays, served, holidays, stops) ?? null;
    same(life, 'days of a case’s clock', [deemedServed?.date, putRightBy?.date], [served, until]);
  }
}

describe(`Dates counted in working days (SEED=${seed})`, () => {
  const day = fc.integer({ min: 0, max: 1_700 }).map((days) => addDays('2024-01-01', days));
  const span = fc.record({ from: day, length: fc.nat(40), holidays: fc.array(fc.nat(40), { maxLength: 8 }), jurisdiction: fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland') });

  it('are those of a plain calendar, whatever is recorded of bank holidays and wherever the contract stands still', () => {
    const moved = new Counts();
    const check = (from: string, n: number, spans: readonly { from: string; length: number; holidays: number[]; jurisdiction: string }[], still: readonly Standstill[]) => {
      moved.next();
      const recorded: NewEvent[] = [];
      for (const { from: first, length, holidays, jurisdiction } of spans) {
        const through = addDays(first, length);
        const days = [...new Set(holidays)].map((at) => addDays(first, at)).filter((one) => one <= through && !isWeekend(one));
        const command = recordBankHolidays.parse({ jurisdiction, from: first, through, holidays: days.map((date) => ({ date, name: 'A day off' })) });
        try {
          recorded.push(...decideRecordBankHolidays(fold(calendarEvolution, recorded), command, { today: from }));
        } catch {
          // the same was recorded already
        }
      }
      const tables = fold(calendarEvolution, recorded).bankHolidays;
      const naive = naiveBankHolidays(recorded);
      const dates = new Set<string | null>();
      for (const jurisdiction of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
        const { names, through } = tables[jurisdiction];
        const { date } = workingDaysAfter(from, n, { bankHolidays: names, knownThrough: through, standstills: still });
        expect(date).toBe(workingDay(n, from, naive[jurisdiction]!, still) ?? null);
        dates.add(date);
      }
      if (dates.size > 1) moved.see('jurisdictions differ');
      if (dates.has(null)) moved.see('nobody knows yet');
    };
    const standstills = fc.uniqueArray(day, { maxLength: 6 }).map((days) => inOrder(days.sort()));
    fc.assert(fc.property(day, fc.nat(60), fc.array(span, { maxLength: 4 }), standstills, check), { numRuns: sized({ small: 300, full: 20_000 }), seed });
    expect(moved.histories('jurisdictions differ')).toBeGreaterThan(0);
    expect(moved.histories('nobody knows yet')).toBeGreaterThan(0);
  });
});

/** From one day to the next, and so on; the last that has no other goes on. */
function inOrder(days: readonly string[]): readonly Standstill[] {
  const spans: Standstill[] = [];
  for (let at = 0; at < days.length; at += 2) spans.push({ from: days[at]!, to: days[at + 1] ?? null });
  return spans;
}
