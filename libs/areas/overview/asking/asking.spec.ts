import * as fc from 'fast-check';
import { addDays, longDate } from '#domain/kernel/date.js';
import { Problem } from '#surface/http/problem-json/problem.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { addressWith, errorsOf, readAsking } from './asking.js';
import { typedDay } from './typed-day.js';

describe('a day as people type it', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['31/3/2026', '2026-03-31'],
    [' 31.03.2026 ', '2026-03-31'],
    ['1-4-2025', '2025-04-01'],
    ['31 March 2026', '2026-03-31'],
    ['9 Sept 2025', '2025-09-09'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(typedDay(typed)).toBe(day));

  it.each(['', '29/2/2025', '32/1/2025', '31/13/2025', '3/2026', '31/3/26', '31 Mai 2026', 'today', '2026-03-31T10:00:00Z'])('“%s” is none', (typed) =>
    expect(typedDay(typed)).toBeUndefined(),
  );

  it('is read back however it is written', () => {
    const days = fc.integer({ min: 0, max: 70_000 }).map((after) => addDays('1990-01-01', after));
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        for (const text of [day, longDate(day), longDate(day).toUpperCase(), `${date}/${month}/${year}`]) expect(typedDay(text)).toBe(day);
      }),
    );
  });
});

describe('what is said beside a question', () => {
  it('is now, without a limit, by the year of delivery, where nothing is said', () => {
    const nothing = { asking: { yearBasis: 'delivered', knownAt: undefined, deliveredTo: undefined }, errors: [] };
    expect(readAsking({})).toEqual(nothing);
    expect(readAsking({ yearBasis: '', knownAt: ' ', deliveredTo: '' })).toEqual(nothing);
  });

  it('takes the number of an entry, a day or an instant as the moment of knowing', () => {
    expect(readAsking({ knownAt: '1,204' }).asking.knownAt).toBe('1204');
    expect(readAsking({ knownAt: '31/3/2026' }).asking.knownAt).toBe('2026-03-31');
    expect(readAsking({ knownAt: '2026-03-31T09:30:00Z' }).asking.knownAt).toBe('2026-03-31T09:30:00Z');
  });

  it('names everything that is wrong, each at its field', () => {
    expect(readAsking({ yearBasis: 'tax', knownAt: 'soon', deliveredTo: '31 Feb 2026' }).errors).toEqual([
      { field: 'yearBasis', text: 'Select which year an amount belongs to', href: '#yearBasis' },
      { field: 'knownAt', text: '“As known at” must be a day, like 31/3/2026, or the number of an entry, like 1204', href: '#knownAt' },
      { field: 'deliveredTo', text: '“Delivered to” must be a day, like 31/3/2026', href: '#deliveredTo' },
    ]);
  });

  it('takes what a query refused of its fields, and nothing else', () => {
    const refusal = (field: string) => new Refusal([{ field, value: '9', rule: 'must not lie beyond the last entry, 3', fix: '' }]);
    expect(errorsOf(refusal('knownAt'), { knownAt: '“As known at”' })).toEqual([
      { field: 'knownAt', text: '“As known at” must not lie beyond the last entry, 3', href: '#knownAt' },
    ]);
    expect(() => errorsOf(refusal('authority'), { knownAt: '' })).toThrow(Refusal);
    const parked = new Problem('parked', 'It stands still.');
    expect(() => errorsOf(parked, { knownAt: '' })).toThrow(parked);
  });

  it('leaves blanks out of an address', () => {
    expect(addressWith('/a', { q: '', year: undefined })).toBe('/a');
    expect(addressWith('/a', { year: '2025/26', q: 'x & y' })).toBe('/a?year=2025%2F26&q=x+%26+y');
  });
});
