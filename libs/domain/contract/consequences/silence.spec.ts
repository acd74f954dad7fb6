import {
  breakClauseAgreed,
  conditionMet,
  contractRegistered,
  contractResumed,
  contractSuspended,
  dueDateExtended,
  extensionAsked,
  extensionRefused,
  membersAgreed,
  missedReturnSetAside,
  returnMissed,
  returnSubmitted,
  scheduleAgreed,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../../kernel/event.js';
import { consequencesOf } from './consequences.js';

// B1: no return ten working days after it was due. Spring 2024: due on 26 July, silent through 9 August.
const found = (today: string, ...past: readonly NewEvent[]) =>
  consequencesOf(given(...past).state, { today, bankHolidays: edition1, remindersDelivered: (provider) => (provider === 'P2' ? 3 : 0) });
const quarterly = [contractRegistered(), scheduleAgreed(), breakClauseAgreed()];

describe('Silence', () => {
  it('meets the condition the day after the last on which the return could have come', () => {
    expect(found('2024-08-09', ...quarterly)).toEqual([]);
    expect(found('2024-08-10', ...quarterly)).toEqual([
      {
        type: 'BreakConditionMet',
        businessDate: '2024-08-10',
        payload: {
          ...{ clause: 'B1', case: 1, metOn: '2024-08-10' },
          breach: {
            ...{ kind: 'silence', provider: 'P1', from: '2024-04-01', to: '2024-06-30', dueOn: '2024-07-26', silentThrough: '2024-08-09' },
            ...{ extended: false, extensionRefused: false, remindersDelivered: 0 },
          },
        },
      },
    ]);
  });

  it('is broken by a return on the last day, whenever that is recorded, and not by one on the next', () => {
    expect(found('2024-08-30', ...quarterly, returnSubmitted({ submittedOn: '2024-08-09' }))).toEqual([]);
    expect(found('2024-08-30', ...quarterly, returnSubmitted({ submittedOn: '2024-08-10' }))).toHaveLength(1);
  });

  it('is met once for a member and a period, and anew for the next', () => {
    const once = [...quarterly, conditionMet()];
    expect(found('2024-11-11', ...once)).toEqual([]);
    expect(found('2024-11-12', ...once)).toMatchObject([{ payload: { case: 2, breach: { from: '2024-07-01', dueOn: '2024-10-28', silentThrough: '2024-11-11' } } }]);
  });

  it('is a member’s own, and says how many reminders reached it', () => {
    const both = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), scheduleAgreed(), breakClauseAgreed(), returnSubmitted()];
    expect(found('2024-08-10', ...both)).toMatchObject([{ payload: { breach: { provider: 'P2', remindersDelivered: 3 } } }]);
  });

  it('counts from the extended day, and says that it was extended, or that more time was refused', () => {
    const extended = [...quarterly, dueDateExtended('2024-08-09')];
    // ten working days after 9 August
    expect(found('2024-08-23', ...extended)).toEqual([]);
    expect(found('2024-08-24', ...extended)).toMatchObject([{ payload: { breach: { dueOn: '2024-08-09', silentThrough: '2024-08-23', extended: true } } }]);
    expect(found('2024-08-10', ...quarterly, extensionAsked(), extensionRefused())).toMatchObject([{ payload: { breach: { extended: false, extensionRefused: true } } }]);
    expect(found('2024-08-24', ...extended, extensionAsked('2024-09-30'), extensionRefused())).toMatchObject([{ payload: { breach: { dueOn: '2024-08-09', extended: true, extensionRefused: true } } }]);
  });

  it('is none while the member waits for an answer, or after the missed return was set aside', () => {
    expect(found('2024-09-30', ...quarterly, extensionAsked())).toEqual([]);
    expect(found('2024-09-30', ...quarterly, returnMissed(), missedReturnSetAside())).toEqual([]);
  });

  it('does not count the days of a suspension', () => {
    expect(found('2024-09-30', ...quarterly, contractSuspended('2024-08-05'))).toEqual([]);
    // five working days to 2 August, and five more from Monday 2 to Friday 6 September
    const resumed = [...quarterly, contractSuspended('2024-08-05'), contractResumed('2024-09-02')];
    expect(found('2024-09-06', ...resumed)).toEqual([]);
    expect(found('2024-09-07', ...resumed)).toMatchObject([{ payload: { breach: { dueOn: '2024-07-26', silentThrough: '2024-09-06' } } }]);
  });

  it('is judged by what the clause said on the last day of the period', () => {
    const shorter = breakClauseAgreed({ condition: { kind: 'silence', workingDaysLate: 2 }, since: '2024-07-15', change: { kind: 'variation', reason: 'Deed 1' } });
    const past = [...quarterly, shorter];
    expect(found('2024-08-09', ...past)).toEqual([]);
    expect(found('2024-08-10', ...past)).toHaveLength(1);
    // summer: due on 28 October, two working days later is the 30th
    expect(found('2024-10-31', ...past, conditionMet())).toMatchObject([{ payload: { breach: { from: '2024-07-01', silentThrough: '2024-10-30' } } }]);
  });

  it('is none before the clause held', () => {
    const later = [contractRegistered(), scheduleAgreed(), breakClauseAgreed({ since: '2024-07-01' })];
    expect(found('2024-08-30', ...later)).toEqual([]);
    expect(found('2024-11-12', ...later)).toMatchObject([{ payload: { breach: { from: '2024-07-01' } } }]);
  });

  it('follows from nothing where there is no clause, or no contract', () => {
    expect(found('2024-11-12', contractRegistered(), scheduleAgreed())).toEqual([]);
    expect(found('2024-11-12')).toEqual([]);
  });
});
