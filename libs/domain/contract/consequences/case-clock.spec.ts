import {
  breachPutRight,
  breachWaived,
  breakClauseAgreed,
  caseConfirmed,
  caseMet,
  clauseInvoked,
  conditionSetAside,
  contractCompleted,
  contractResumed,
  contractSuspended,
  contractTerminated,
  noticeServed,
  remedyApplied,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../../kernel/event.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import { canStillBeInvoked, type CaseClock, caseClock, caseState } from './case-clock.js';

// posted on Thursday 15 August 2024: served on Monday the 19th; 20 working days end on Tuesday 17 September
const found = (...past: readonly NewEvent[]) => {
  const { state } = given(...past);
  const [one] = state.breakClauses['B1']!.cases;
  return { state, one: one!, clock: caseClock(one!, workingCalendar(state, edition1)) };
};
const clockOf = (...past: readonly NewEvent[]): CaseClock => found(...past).clock;
const stateOn = (today: string, ...past: readonly NewEvent[]) => {
  const { state, one, clock } = found(...past);
  return caseState(state, one, clock, today);
};
const invocableOn = (today: string, ...past: readonly NewEvent[]) => {
  const { state, one, clock } = found(...past);
  return canStillBeInvoked(state, one, clock, today);
};
const served = [...caseConfirmed(), noticeServed()];

describe('The clock of a case', () => {
  it('runs from deemed service, two working days after posting', () => {
    const { deemedServed, putRightBy, invocableFrom } = clockOf(...served);
    expect(deemedServed).toEqual({ from: '2024-08-15', workingDays: 2, date: '2024-08-19', bankHolidays: [], standstills: [], beyondKnown: false });
    expect(putRightBy).toMatchObject({ from: '2024-08-19', workingDays: 20, date: '2024-09-17', bankHolidays: [{ date: '2024-08-26', name: 'Summer bank holiday' }] });
    expect(invocableFrom).toBe('2024-09-18');
  });

  it('does not run before notice was served', () => {
    expect(clockOf(...caseConfirmed())).toEqual({ deemedServed: null, putRightBy: null, invocableFrom: null });
  });

  it('counts two working days where the clause does not say when a notice counts as served', () => {
    const unsaid = caseConfirmed({ deemedServiceWorkingDays: null });
    expect(clockOf(...unsaid, noticeServed()).deemedServed!.date).toBe('2024-08-19');
    expect(clockOf(...unsaid, noticeServed({ sentOn: '2024-08-17' })).deemedServed!.date).toBe('2024-08-20');
  });

  it('gives no time for what cannot be put right', () => {
    expect(clockOf(...caseConfirmed({ remediable: false }), noticeServed())).toMatchObject({ deemedServed: { date: '2024-08-19' }, putRightBy: null, invocableFrom: '2024-08-19' });
  });

  it('follows what was typed wrong in the clause until notice is served, and no variation', () => {
    const shorter = (kind: 'variation' | 'entry error') =>
      breakClauseAgreed({ timeToPutRightWorkingDays: 10, change: { kind, reason: 'Clause 31 says ten' }, ...(kind === 'variation' ? { since: '2024-08-14' } : {}) });
    expect(clockOf(...caseConfirmed(), shorter('entry error'), noticeServed()).putRightBy).toMatchObject({ workingDays: 10 });
    expect(clockOf(...caseConfirmed(), shorter('variation'), noticeServed()).putRightBy).toMatchObject({ workingDays: 20 });
    expect(clockOf(...served, shorter('entry error')).putRightBy).toMatchObject({ workingDays: 20 });
  });

  it('goes on where the contract was ended while it was suspended', () => {
    expect(clockOf(...served, contractSuspended('2024-08-27'))).toMatchObject({ putRightBy: { date: null }, invocableFrom: null });
    // four days, 27 to 30 August, were lost
    expect(clockOf(...served, contractSuspended('2024-08-27'), contractTerminated('2024-08-30'))).toMatchObject({ putRightBy: { date: '2024-09-23' } });
  });

  it('stands still with the contract, though the post does not', () => {
    const suspended = clockOf(...served, contractSuspended('2024-08-16'));
    expect(suspended).toMatchObject({ deemedServed: { date: '2024-08-19' }, putRightBy: { date: null }, invocableFrom: null });
    const resumed = clockOf(...served, contractSuspended('2024-09-09'), contractResumed('2024-09-16'));
    expect(resumed).toMatchObject({ putRightBy: { date: '2024-09-24', standstills: [{ from: '2024-09-09', to: '2024-09-15' }] }, invocableFrom: '2024-09-25' });
  });
});

describe('How a case stands', () => {
  it('goes from to be confirmed to may be invoked', () => {
    expect(stateOn('2024-08-13', ...caseMet())).toBe('to be confirmed');
    expect(stateOn('2024-08-14', ...caseConfirmed())).toBe('confirmed');
    expect(stateOn('2024-09-17', ...served)).toBe('time running');
    expect(stateOn('2024-09-18', ...served)).toBe('may be invoked');
    expect(stateOn('2024-09-20', ...served, contractSuspended('2024-09-09'))).toBe('clock stands still');
  });

  it.each([
    ['set aside', conditionSetAside()],
    ['put right', breachPutRight('2024-09-17')],
    ['put right late', breachPutRight('2024-09-18')],
    ['waived', breachWaived()],
    ['settled', remedyApplied({ settles: true })],
    ['invoked', clauseInvoked()],
  ])('ends as %s', (ends, closing) => {
    expect(stateOn('2024-10-31', ...served, closing)).toBe(ends);
  });

  it('is open in a contract that has ended, and may be invoked no more (bug: “may be invoked”, which is refused then)', () => {
    const ended = [...served, contractTerminated('2024-10-25')];
    expect(['2024-10-25', '2024-10-26'].map((today) => stateOn(today, ...ended))).toEqual(['may be invoked', 'contract ended']);
    expect(['2024-10-25', '2024-10-26'].map((today) => invocableOn(today, ...ended))).toEqual([true, false]);
    // the contract’s own last day is 31 March 2027
    expect(['2027-03-31', '2027-04-01'].map((today) => stateOn(today, ...served))).toEqual(['may be invoked', 'contract ended']);
    expect(stateOn('2027-03-31', ...served, contractCompleted('2027-03-30'))).toBe('contract ended');
    expect(stateOn('2024-10-26', ...caseConfirmed(), contractTerminated('2024-10-25'))).toBe('contract ended');
    expect(stateOn('2024-10-26', ...caseMet(), contractTerminated('2024-10-25'))).toBe('to be confirmed');
    expect(stateOn('2024-10-26', ...served, clauseInvoked(), contractTerminated('2024-10-25'))).toBe('invoked');
  });

  it('has a clause that cannot be invoked where the contract ends before the time runs out, or the case is closed', () => {
    expect(invocableOn('2024-09-02', ...served, contractTerminated('2024-09-17'))).toBe(false);
    expect(invocableOn('2024-09-02', ...served, contractTerminated('2024-09-18'))).toBe(true);
    expect(invocableOn('2024-09-18', ...served, breachPutRight('2024-09-17'))).toBe(false);
  });

  it('stays open after a remedy that settles nothing', () => {
    expect(stateOn('2024-09-18', ...served, remedyApplied())).toBe('may be invoked');
  });
});
