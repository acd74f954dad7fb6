import { calendarEvolution, type CalendarState } from '#domain/authority/calendar.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideRecordBankHolidays, recordBankHolidays } from './record-bank-holidays.decision.js';

const given = givenIn(calendarEvolution);
const around = { today: '2027-11-20' };
const base = recordBankHolidays.parse({
  jurisdiction: 'scotland',
  from: '2029-01-01',
  through: '2029-01-31',
  holidays: [{ date: '2029-01-02', name: '2nd January' }, { date: '2029-01-01', name: 'New Year’s Day' }],
  source: 'gov.uk/bank-holidays',
});
const recording = (over: object = {}) => (state: CalendarState) => decideRecordBankHolidays(state, { ...base, ...over }, around);
/** A day that stands in for the seventeenth of July, proclaimed for a single one. */
const proclaimed = { from: '2028-07-17', through: '2028-07-17', holidays: [{ date: '2028-07-17', name: 'A royal wedding' }] };

describe('Recording bank holidays', () => {
  it('extends the table of a jurisdiction, in the order of its days', () => {
    const [recorded] = given().when(recording()).then('BankHolidaysRecorded');
    expect(recorded).toEqual({
      type: 'BankHolidaysRecorded',
      businessDate: '2027-11-20',
      payload: {
        ...{ jurisdiction: 'scotland', from: '2029-01-01', through: '2029-01-31', source: 'gov.uk/bank-holidays' },
        holidays: [{ date: '2029-01-01', name: 'New Year’s Day' }, { date: '2029-01-02', name: '2nd January' }],
      },
    });
    const { scotland, 'england-and-wales': england } = given(recorded!).state.bankHolidays;
    expect([scotland.through, scotland.names['2029-01-02'], scotland.names['2028-12-26']]).toEqual(['2029-01-31', '2nd January', 'Boxing Day']);
    expect(england.through).toBe('2028-12-31');
  });

  it('replaces what was known of the days, and nothing else', () => {
    const [added] = given().when(recording(proclaimed)).then('BankHolidaysRecorded');
    const { names, through } = given(added!).state.bankHolidays.scotland;
    expect([names['2028-07-17'], names['2028-08-07'], through]).toEqual(['A royal wedding', 'Summer bank holiday', '2028-12-31']);
    const [away] = given(added!).when(recording({ ...proclaimed, holidays: [] })).then('BankHolidaysRecorded');
    expect(given(added!, away!).state.bankHolidays.scotland.names).not.toHaveProperty('2028-07-17');
  });

  it('leaves no day of which nobody knows, before or behind', () => {
    const gap = given().when(recording({ from: '2029-01-02', holidays: [] })).thenRefused('from');
    expect(gap.faults[0]).toMatchObject({
      ...{ value: '2029-01-02', rule: 'must join what is known, and between 2028-12-31 and 2029-01-02 nobody knows the bank holidays' },
      fix: 'The table that is recorded goes from 2012-01-01 to 2028-12-31: begin where it ends, or before.',
    });
    given().when(recording({ from: '2011-01-01', through: '2011-12-30', holidays: [] })).thenRefused('from');
    const substitute = [{ date: '2011-01-03', name: 'New Year’s Day' }];
    given().when(recording({ from: '2011-01-01', through: '2011-12-31', holidays: substitute })).then('BankHolidaysRecorded');
  });

  it('has some in every year: an empty table would move every day that is counted', () => {
    const error = given().when(recording({ from: '2012-01-01', through: '2028-12-31', holidays: [{ date: '2012-01-02', name: '2nd January' }] })).thenRefused('holidays');
    expect(error.faults[0]).toMatchObject({ value: '2013', rule: 'must name the bank holidays of every year from its first day to its last' });
  });

  it('names days of the span, each once, none of a weekend', () => {
    const day = (date: string) => ({ date, name: 'A day' });
    // 6 January 2029 is a Saturday
    const error = given().when(recording({ holidays: [day('2029-02-01'), day('2029-01-06'), day('2029-01-01'), day('2029-01-01')] })).thenRefused('holidays[0].date', 'holidays[1].date', 'holidays');
    expect(error.faults.map(({ rule }) => rule)).toEqual([
      'must lie from 2029-01-01 to 2029-01-31',
      'must not be a Saturday or Sunday, which are not worked anyway',
      'must name a day once',
    ]);
    const back = given().when(recording({ through: '2028-12-31', holidays: [] })).thenRefused('through');
    expect(back.faults[0].rule).toBe('must not lie before 2029-01-01');
  });

  it('is refused where nothing is different', () => {
    const known = { from: '2028-12-25', through: '2028-12-26', holidays: [{ date: '2028-12-25', name: 'Christmas Day' }, { date: '2028-12-26', name: 'Boxing Day' }] };
    const error = given().when(recording(known)).thenRefused('holidays');
    expect(error.faults[0].rule).toBe('must be different from what is recorded already');
    given().when(recording({ ...known, holidays: known.holidays.slice(1) })).then('BankHolidaysRecorded');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(recordBankHolidays, (input) => decideRecordBankHolidays(calendarEvolution.initial, input, around));
  });
});
