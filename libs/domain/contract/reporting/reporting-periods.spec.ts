import { contractRegistered, contractResumed, contractSuspended, contractTerminated, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { NewEvent } from '../../kernel/event.js';
import { reportingPeriods } from './reporting-periods.js';

const periodsOf = (...past: readonly NewEvent[]): string[] => reportingPeriods(given(...past).state).map(({ from, to }) => `${from} to ${to}`);
const lasting = (startsOn: string, endsOn: string) => contractRegistered({ startsOn, endsOn });

describe('The reporting periods of a contract', () => {
  it('are quarters of the financial year, the first and the last cut to the contract', () => {
    expect(periodsOf(lasting('2024-05-15', '2024-11-10'), scheduleAgreed())).toEqual(['2024-05-15 to 2024-06-30', '2024-07-01 to 2024-09-30', '2024-10-01 to 2024-11-10']);
  });

  it('are months, halves and years', () => {
    expect(periodsOf(lasting('2024-12-01', '2025-02-28'), scheduleAgreed({ frequency: 'monthly' }))).toEqual(['2024-12-01 to 2024-12-31', '2025-01-01 to 2025-01-31', '2025-02-01 to 2025-02-28']);
    expect(periodsOf(lasting('2024-04-01', '2025-03-31'), scheduleAgreed({ frequency: 'half-yearly' }))).toEqual(['2024-04-01 to 2024-09-30', '2024-10-01 to 2025-03-31']);
    expect(periodsOf(lasting('2025-01-01', '2026-05-31'), scheduleAgreed({ frequency: 'annual' }))).toEqual(['2025-01-01 to 2025-03-31', '2025-04-01 to 2026-03-31', '2026-04-01 to 2026-05-31']);
  });

  it('end on listed dates, and with the financial year, listed or not', () => {
    const listed = scheduleAgreed({ frequency: 'listed dates', periodEnds: ['2024-07-31', '2024-12-15'] });
    expect(periodsOf(lasting('2024-04-01', '2025-08-31'), listed)).toEqual([
      '2024-04-01 to 2024-07-31',
      '2024-08-01 to 2024-12-15',
      '2024-12-16 to 2025-03-31',
      '2025-04-01 to 2025-08-31',
    ]);
  });

  it('are none where no schedule was agreed', () => {
    expect(periodsOf(contractRegistered())).toEqual([]);
    expect(periodsOf()).toEqual([]);
  });

  it('end with the day on which the contract was ended', () => {
    expect(periodsOf(lasting('2024-04-01', '2027-03-31'), scheduleAgreed(), contractTerminated('2024-08-20'))).toEqual(['2024-04-01 to 2024-06-30', '2024-07-01 to 2024-08-20']);
  });

  it('are cut where another schedule begins to hold, each with the days that were agreed for it', () => {
    const varied = scheduleAgreed({ frequency: 'monthly', dueWorkingDays: 5, since: '2024-08-15', change: { kind: 'variation', reason: 'Too seldom' } });
    const { state } = given(lasting('2024-04-01', '2024-10-31'), scheduleAgreed(), varied);
    expect(reportingPeriods(state)).toEqual([
      { from: '2024-04-01', to: '2024-06-30', dueWorkingDays: 20 },
      { from: '2024-07-01', to: '2024-08-14', dueWorkingDays: 20 },
      { from: '2024-08-15', to: '2024-08-31', dueWorkingDays: 5 },
      { from: '2024-09-01', to: '2024-09-30', dueWorkingDays: 5 },
      { from: '2024-10-01', to: '2024-10-31', dueWorkingDays: 5 },
    ]);
  });

  it('ask for nothing where the contract was suspended in all of one', () => {
    const year = [lasting('2024-04-01', '2025-03-31'), scheduleAgreed()];
    const rest = ['2024-04-01 to 2024-06-30', '2024-10-01 to 2024-12-31', '2025-01-01 to 2025-03-31'];
    expect(periodsOf(...year, contractSuspended('2024-06-20'), contractResumed('2024-10-01'))).toEqual(rest);
    const again = [contractResumed('2024-08-01'), contractSuspended('2024-08-01')];
    expect(periodsOf(...year, contractSuspended('2024-06-20'), ...again, contractResumed('2024-10-01'))).toEqual(rest);
    expect(periodsOf(...year, contractSuspended('2024-07-02'), contractResumed('2024-10-01'))).toHaveLength(4);
    expect(periodsOf(...year, contractSuspended('2024-07-01'))).toEqual(['2024-04-01 to 2024-06-30']);
  });
});
