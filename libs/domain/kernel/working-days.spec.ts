import { isWeekend, isWorkingDay, type WorkCalendar, workingDaysAfter } from './working-days.js';

/** August and September 2024 in England: Monday 26 August is a bank holiday. */
const calendar: WorkCalendar = { bankHolidays: { '2024-08-26': 'Summer bank holiday', '2024-12-25': 'Christmas Day' }, knownThrough: '2024-12-31', standstills: [] };
const still = (...standstills: WorkCalendar['standstills']): WorkCalendar => ({ ...calendar, standstills });

describe('Counting working days', () => {
  it.each([
    ['2024-08-15', 1, '2024-08-16', 'from a Thursday to Friday'],
    ['2024-08-15', 2, '2024-08-19', 'over a weekend'],
    ['2024-08-16', 1, '2024-08-19', 'from a Friday'],
    ['2024-08-17', 1, '2024-08-19', 'from a Saturday'],
    ['2024-08-18', 1, '2024-08-19', 'from a Sunday'],
    ['2024-08-23', 1, '2024-08-27', 'over a bank holiday'],
    ['2024-08-26', 1, '2024-08-27', 'from a bank holiday'],
    ['2024-08-19', 20, '2024-09-17', 'over four weeks with a bank holiday'],
    ['2024-06-30', 20, '2024-07-26', 'over four weeks without one'],
  ])('from %s, %d come to %s: %s', (from, days, date) => {
    expect(workingDaysAfter(from, days, calendar).date).toBe(date);
  });

  it('by none leaves a day that is worked, and goes to the next from one that is not', () => {
    expect(['2024-08-16', '2024-08-17', '2024-08-24', '2024-08-26'].map((day) => workingDaysAfter(day, 0, calendar).date)).toEqual(['2024-08-16', '2024-08-19', '2024-08-27', '2024-08-27']);
  });

  it('tells how the day was reached', () => {
    expect(workingDaysAfter('2024-08-22', 2, calendar)).toEqual({
      ...{ from: '2024-08-22', workingDays: 2, date: '2024-08-27' },
      bankHolidays: [{ date: '2024-08-26', name: 'Summer bank holiday' }],
      ...{ standstills: [], beyondKnown: false },
    });
    // Christmas lies after the day that was reached
    expect(workingDaysAfter('2024-12-20', 2, calendar)).toMatchObject({ date: '2024-12-24', bankHolidays: [] });
  });

  it('passes over a standstill, both its days counted', () => {
    const reached = workingDaysAfter('2024-08-19', 20, still({ from: '2024-09-09', to: '2024-09-15' }));
    expect(reached).toMatchObject({ date: '2024-09-24', standstills: [{ from: '2024-09-09', to: '2024-09-15' }] });
    expect(workingDaysAfter('2024-09-06', 1, still({ from: '2024-09-09', to: '2024-09-09' })).date).toBe('2024-09-10');
    // one that begins after the day counts for nothing
    expect(workingDaysAfter('2024-09-06', 1, still({ from: '2024-09-10', to: null }))).toMatchObject({ date: '2024-09-09', standstills: [] });
  });

  it('passes over several standstills, and names no bank holiday within one', () => {
    const reached = workingDaysAfter('2024-08-22', 2, still({ from: '2024-08-23', to: '2024-08-26' }, { from: '2024-08-28', to: '2024-08-28' }));
    expect(reached).toMatchObject({ date: '2024-08-29', bankHolidays: [] });
    expect(reached.standstills).toHaveLength(2);
  });

  it('comes to no day while a standstill has not ended', () => {
    expect(workingDaysAfter('2024-09-06', 5, still({ from: '2024-09-10', to: null }))).toMatchObject({ date: null, standstills: [{ from: '2024-09-10', to: null }], beyondKnown: false });
  });

  it('says so where the day lies beyond the bank holidays that are known', () => {
    expect(workingDaysAfter('2024-12-30', 1, calendar)).toMatchObject({ date: '2024-12-31', beyondKnown: false });
    expect(workingDaysAfter('2024-12-31', 1, calendar)).toMatchObject({ date: '2025-01-01', beyondKnown: true });
  });
});

describe('A day', () => {
  it('of the weekend is a Saturday or Sunday, before 1970 too', () => {
    // 20 July 1969 was a Sunday
    expect(['2024-08-16', '2024-08-17', '2024-08-18', '2024-08-19', '1969-07-19', '1969-07-20', '1969-07-21'].map(isWeekend)).toEqual([false, true, true, false, true, true, false]);
  });

  it('is worked if it is neither of the weekend, nor a bank holiday, nor in a standstill', () => {
    const days = ['2024-08-23', '2024-08-24', '2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30'];
    expect(days.map((day) => isWorkingDay(day, still({ from: '2024-08-28', to: '2024-08-29' })))).toEqual([true, false, false, true, false, false, true]);
    expect(isWorkingDay('2030-08-28', still({ from: '2024-08-28', to: null }))).toBe(false);
  });
});
