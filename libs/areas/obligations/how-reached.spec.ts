import { type WorkCalendar, workingDaysAfter } from '#domain/kernel/working-days.js';
import { howReached, warningAbout } from './how-reached.js';

const calendar: WorkCalendar = { bankHolidays: { '2026-06-15': 'World Cup bank holiday', '2026-06-17': 'A royal wedding' }, knownThrough: '2026-12-31', standstills: [] };

describe('How a day was reached, in words', () => {
  it.each([
    ['2026-06-10', 1, '1 working day after 10 June 2026'],
    ['2026-05-31', 11, '11 working days after 31 May 2026, passing over 15 June 2026 (World Cup bank holiday)'],
    ['2026-06-12', 3, '3 working days after 12 June 2026, passing over 15 June 2026 (World Cup bank holiday) and 17 June 2026 (A royal wedding)'],
    ['2026-06-10', 0, '10 June 2026 itself'],
    ['2026-06-13', 0, 'the first working day after 13 June 2026, which is not worked, passing over 15 June 2026 (World Cup bank holiday)'],
  ])('from %s with %d', (from, days, words) => {
    expect(howReached(workingDaysAfter(from, days, calendar))).toBe(words);
  });

  it('through a suspension, and into one of which nobody knows the end', () => {
    const ended = [{ from: '2026-06-02', to: '2026-06-09' }];
    expect(howReached(workingDaysAfter('2026-06-01', 2, { ...calendar, standstills: ended }))).toBe(
      '2 working days after 1 June 2026, with the clock standing still from 2 June 2026 to 9 June 2026 while the contract was suspended',
    );
    expect(howReached(workingDaysAfter('2026-06-01', 2, { ...calendar, standstills: [{ from: '2026-06-03', to: null }] }))).toBe(
      '2 working days after 1 June 2026, with the clock standing still since 3 June 2026 while the contract was suspended, so that nobody knows the day yet',
    );
  });

  it('warns where bank holidays are not known', () => {
    expect(warningAbout(workingDaysAfter('2026-12-30', 1, calendar))).toBeNull();
    expect(warningAbout(workingDaysAfter('2026-12-31', 1, calendar))).toContain('may still move');
  });
});
