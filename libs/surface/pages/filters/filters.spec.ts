import fc from 'fast-check';
import { isoDay, isoInstant } from './days.js';
import { headlinePounds, pounds, wholePounds } from './pounds.js';
import { quantity } from './quantities.js';

describe('pounds', () => {
  it.each([
    [0, '£0.00'],
    [7, '£0.07'],
    [123456, '£1,234.56'],
    [-700, '−£7.00'],
    [-7, '−£0.07'],
    [9007199254740991, '£90,071,992,547,409.91'],
    [null, 'not valued'],
  ])('writes %d pence as %s', (pence, text) => expect(pounds(pence)).toBe(text));

  it.each([
    [149, '£1'],
    [150, '£2'],
    [250, '£2'],
    [-150, '−£2'],
    [-49, '£0'],
    [123_456_789, '£1,234,568'],
  ])('rounds %d pence to %s', (pence, text) => expect(wholePounds(pence)).toBe(text));

  it.each([
    [99_999_949, '£999,999'],
    [99_999_950, '£1.0 million'],
    [100_000_000, '£1.0 million'],
    [1_234_567_890, '£12.3 million'],
    [1_225_000_000, '£12.2 million'],
    [1_235_000_000, '£12.4 million'],
    [99_995_000_000, '£1.0 billion'],
    [-1_130_000_000, '−£11.3 million'],
    [0, '£0'],
    [null, 'not valued'],
  ])('heads a page with %d pence as %s', (pence, text) => expect(headlinePounds(pence)).toBe(text));

  it('never loses a penny', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (pence) => {
        const digits = pounds(pence).replace(/[£,.]/g, '').replace('−', '-');
        return Number(digits) === pence;
      }),
    );
  });
});

describe('quantities and days', () => {
  it.each([
    ['1234.50', '1,234.5'],
    ['-0.250000', '−0.25'],
    ['10.000', '10'],
    ['100', '100'],
    ['12345678901.123456', '12,345,678,901.123456'],
    ['', ''],
    [null, ''],
  ])('writes the quantity %s as %s', (text, written) => expect(quantity(text)).toBe(written));

  it('writes days and instants as people do, in London', () => {
    expect(isoDay('2026-03-31')).toBe('31 March 2026');
    expect(isoDay(null)).toBe('');
    expect(isoInstant('2026-03-31T23:05:00.000Z')).toBe('1 April 2026 at 12:05am');
    expect(isoInstant('2026-01-31T14:05:00.000Z')).toBe('31 January 2026 at 2:05pm');
  });
});
