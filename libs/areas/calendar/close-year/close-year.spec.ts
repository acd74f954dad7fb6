import { calendarEvolution, yearClosed } from '#domain/authority/calendar.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { givenIn } from '../../../../test/support/given.js';
import { closeYear, decideCloseYear } from './close-year.decision.js';

const given = givenIn(calendarEvolution);
const closing =
  (year: string, today = '2026-04-01') =>
  (state: Parameters<typeof decideCloseYear>[0]) =>
    decideCloseYear(state, { year }, { today });
const closed = (year: string) => ({ type: yearClosed.type, businessDate: '2025-05-01', payload: { year } });

describe('Closing a financial year', () => {
  it('is recorded on the day that it is done', () => {
    const [fact] = given().when(closing('2024/25')).then('YearClosed');
    expect(fact).toMatchObject({ businessDate: '2026-04-01', payload: { year: '2024/25' } });
  });

  it('goes on with the next year, or leaps over one', () => {
    given(closed('2023/24')).when(closing('2024/25')).then('YearClosed');
    given(closed('2023/24')).when(closing('2025/26')).then('YearClosed');
  });

  it('is refused for a year that is closed, by name or with a later one', () => {
    given(closed('2024/25')).when(closing('2024/25')).thenRefused('year');
    const error = given(closed('2024/25')).when(closing('2019/20')).thenRefused('year');
    expect(error.faults[0].rule).toContain('2024/25 with every earlier year is');
  });

  it('waits until the year has ended, its last day included', () => {
    given().when(closing('2025/26', '2026-03-31')).thenRefused('year');
    given().when(closing('2025/26', '2026-04-01')).then('YearClosed');
    given().when(closing('2199/00', '2026-04-01')).thenRefused('year');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(closeYear, (input) => decideCloseYear(calendarEvolution.initial, input, { today: '2026-04-01' }));
  });
});
