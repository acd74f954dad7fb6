import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateIn, isDate, longDate } from './date.js';

const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));

describe('A day', () => {
  it('is one that exists, as the calendar has it', () => {
    const exists = (text: string): boolean => {
      try {
        return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
      } catch {
        return false;
      }
    };
    const written = fc.tuple(fc.integer({ min: 1900, max: 2199 }), two(0, 13), two(0, 32)).map((parts) => parts.join('-'));
    fc.assert(fc.property(written, (text) => isDate(text) === exists(text)), { numRuns: 2_000 });
    expect(['1900-02-29', '2000-02-29', '2024-02-29', '2023-02-29', '2100-02-29'].map(isDate)).toEqual([false, true, true, false, false]);
  });

  it.each(['1899-12-31', '2200-01-01', '2025-4-1', '2025-04-01T00:00:00Z', ' 2025-04-01', '2025-04-01\n', '０２０２５-04-01', ''])('is not %j', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('A day in words', () => {
  it('has no leading nought, and its month in full', () => {
    expect(['2026-03-31', '2024-02-29', '1999-12-01', '2100-09-09'].map(longDate)).toEqual(['31 March 2026', '29 February 2024', '1 December 1999', '9 September 2100']);
  });
});

describe('The day that it is in London', () => {
  it.each([
    ['2025-03-29T23:59:59.999Z', '2025-03-29'],
    ['2025-03-30T00:59:59.999Z', '2025-03-30'],
    ['2025-03-30T22:59:59.999Z', '2025-03-30'],
    ['2025-03-30T23:00:00.000Z', '2025-03-31'],
    ['2025-10-25T22:59:59.999Z', '2025-10-25'],
    ['2025-10-25T23:00:00.000Z', '2025-10-26'],
    ['2025-10-26T23:00:00.000Z', '2025-10-26'],
    ['2025-10-27T00:00:00.000Z', '2025-10-27'],
  ])('at %s is %s, whatever was asked before', (instant, day) => {
    expect(dateIn(instant)).toBe(day);
    dateIn('2001-01-01T00:00:00.000Z');
    expect(dateIn(instant)).toBe(day);
  });
});
