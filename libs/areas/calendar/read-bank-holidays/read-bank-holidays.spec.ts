import { edition1, type BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import { readBankHolidays } from './read-bank-holidays.js';
import { whatIsNew } from './what-is-new.js';

/** England and Wales in 2029, as the Act of 1971 has them, with the early May holiday. */
const IN_2029 = [
  ['2029-01-01', 'New Year’s Day'],
  ['2029-03-30', 'Good Friday'],
  ['2029-04-02', 'Easter Monday'],
  ['2029-05-07', 'Early May bank holiday'],
  ['2029-05-28', 'Spring bank holiday'],
  ['2029-08-27', 'Summer bank holiday'],
  ['2029-12-25', 'Christmas Day'],
  ['2029-12-26', 'Boxing Day'],
] as const;

const published = (...events: object[]) => JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } });
const asPublished = IN_2029.map(([date, title]) => ({ title, date, notes: '', bunting: true }));
const csv = (...rows: string[]) => ['jurisdiction,date,name', ...rows, ''].join('\r\n');
const asCsv = IN_2029.map(([date, name]) => `england-and-wales,${date},${name}`);

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
  throw new Error('It was not refused.');
}

const told = (text: string) => faultsOf(() => readBankHolidays(text)).map(({ field, value, rule }) => `${field}: ${rule} (${value})`);

describe('A file of bank holidays', () => {
  it('is read as GOV.UK publishes it, or as a CSV, and states whole years', () => {
    const years = [{ jurisdiction: 'england-and-wales', from: '2029-01-01', through: '2029-12-31', holidays: IN_2029.map(([date, name]) => ({ date, name })) }];
    expect(readBankHolidays(published(...asPublished))).toEqual(years);
    expect(readBankHolidays(`\ufeff${csv(...asCsv.toReversed())}`)).toEqual(years);
  });

  it('has its substitute days called as the first edition calls them', () => {
    const events = asPublished.map((one, at) => (at === 0 ? { ...one, notes: 'Substitute day' } : one));
    expect(readBankHolidays(published(...events))[0]!.holidays[0]).toEqual({ date: '2029-01-01', name: 'New Year’s Day (substitute day)' });
  });

  it('names every fault by its place', () => {
    expect(told(published({ title: 'x'.repeat(81), date: '2029-02-30' }, ...asPublished))).toEqual([
      'england-and-wales.events[0].date: must be a day that exists, written yyyy-mm-dd, in the years 1900 to 2199 (2029-02-30)',
      expect.stringContaining('england-and-wales.events[0].title: '),
    ]);
    expect(told(csv('wales,2029-01-01,New Year', 'scotland,1/1/2029,New Year'))).toEqual([
      expect.stringContaining('row 2, jurisdiction: '),
      expect.stringContaining('row 3, date: must be a day that exists'),
    ]);
    expect(told(csv(...asCsv, 'england-and-wales,2029-06-02,Saturday', 'england-and-wales,2029-12-25,Again'))).toEqual([
      'row 10, date: must not be a Saturday or Sunday, which are not worked anyway (2029-06-02)',
      'row 11, date: must stand once for england-and-wales, and row 8, date has it too (2029-12-25)',
    ]);
    expect(told(csv(...asCsv.slice(1), 'england-and-wales,2029-01-01,New\u0000Year'))).toEqual([expect.stringContaining('row 9, name: must not hold control characters')]);
  });

  it('that states some of a year is refused, because the others would be forgotten', () => {
    expect(told(csv('scotland,2027-05-10,A coronation'))).toEqual([
      'scotland 2027: must state every bank holiday of a year, 8 to 16 of them: the file replaces whole years (1 bank holidays)',
    ]);
    expect(told(csv(...asCsv, 'england-and-wales,2092-01-01,New Year’s Day'))).toEqual([expect.stringContaining('must lie within 60 years of the first, 2029-01-01 (2092-01-01)')]);
  });

  it.each([
    ['', 'jurisdiction, date, name is not there'],
    ['{}', 'must name bank holidays, and there is none in it'],
    ['{"scotland":{"division":"scotland","events":[]}}', 'must name bank holidays, and there is none in it'],
    ['{"scotland": ', 'must be well-formed JSON'],
    ['[1, 2]', 'file'],
    ['{"france": {"events": []}}', 'france'],
    ['{"scotland": {"days": []}}', 'scotland.events'],
    ['date,name\n2029-01-01,New Year\n', 'and jurisdiction is not there'],
    ['jurisdiction;date;name\n', 'is not there'],
    ['jurisdiction,date,name\n"scotland,2029-01-01,New Year\n', 'must be the JSON that GOV.UK publishes, or a well-formed CSV'],
  ])('such as %j is refused', (text, said) => expect(told(text).join('\n')).toContain(said));
});

describe('What a file says beside the tables that stand', () => {
  const around = { source: 'bank-holidays.json', today: '2028-06-01' };

  it('is told apart: new, or recorded already', () => {
    const stated = readBankHolidays(csv(...asCsv));
    const { toRecord, asRecorded } = whatIsNew(edition1, stated, around);
    expect(asRecorded).toEqual([]);
    expect(toRecord).toEqual([{ ...stated[0], source: 'bank-holidays.json' }]);
    const { 'england-and-wales': table, ...others } = edition1;
    const names = { ...table.names, ...Object.fromEntries(IN_2029) };
    const after: BankHolidayTables = { ...others, 'england-and-wales': { from: table.from, through: '2029-12-31', names } };
    expect(whatIsNew(after, stated, around)).toEqual({ toRecord: [], asRecorded: stated });
  });

  it('is refused whole where one jurisdiction of it does not join what is known', () => {
    const later = asCsv.map((row) => row.replace('england-and-wales', 'scotland').replaceAll('2029-03-30', '2029-03-29').replace('2029-', '2035-'));
    const weekdays = later.map((row) => row.replace('2035-05-28', '2035-05-29').replace('2035-04-02', '2035-04-03'));
    const stated = readBankHolidays(csv(...asCsv, ...weekdays));
    expect(faultsOf(() => whatIsNew(edition1, stated, around))).toEqual([
      expect.objectContaining({ field: 'scotland.from', value: '2035-01-01', rule: 'must join what is known, and between 2028-12-31 and 2035-01-01 nobody knows the bank holidays' }),
    ]);
  });
});
