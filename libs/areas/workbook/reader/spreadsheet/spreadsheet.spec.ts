import { builtInFormat, numberFormat } from './number-format.js';
import { plainDecimal } from './plain-decimal.js';
import { dayOfSerial, timeOfSerial } from './serial.js';

describe('A number as a plain decimal', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['9.9999999999999995E-7', '0.000001'],
    ['1E+20', '100000000000000000000'],
    ['123456789012345678', '123456789012346000'],
    ['-0', '0'],
    ['-1.5E-3', '-0.0015'],
    [' 12 ', '12'],
  ])('%s is %s', (text, decimal) => expect(plainDecimal(text)).toBe(decimal));

  it.each([['0.28999999999999998', '29'], ['1.2', '120'], ['0.000125', '0.0125'], ['0.07', '7']])('%s as a percentage is %s', (text, decimal) => expect(plainDecimal(text, 2)).toBe(decimal));

  it.each(['', 'NaN', 'Infinity', 'twelve'])('%j is none', (text) => expect(plainDecimal(text)).toBeUndefined());
});

describe('A number format', () => {
  it.each([
    ['General', 'number'],
    ['#,##0.00', 'number'],
    ['"£"#,##0;[Red]-"£"#,##0', 'number'],
    ['0 "days"', 'number'],
    ['0.00E+00', 'number'],
    ['@', 'number'],
    ['0%', 'percentage'],
    ['0.0#%;[Red]-0.0#%', 'percentage'],
    ['0" %"', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['dd\\/mm\\/yyyy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['d/m/yy h:mm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
  ])('%s shows a %s', (code, shown) => expect(numberFormat(code)).toBe(shown));

  it('that is named by number', () => expect([0, 4, 9, 10, 14, 17, 20, 22, 46, 164].map(builtInFormat)).toEqual(['number', 'number', 'percentage', 'percentage', 'date', 'date', 'time', 'date', 'time', 'number']));
});

describe('A serial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [46_112, '2026-03-31'],
    [46_112.75, '2026-03-31'],
    [46_111.999_999_999_9, '2026-03-31'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, day) => expect(dayOfSerial(serial, false)).toBe(day));

  it('counts from 1904 in some workbooks', () => expect([dayOfSerial(0, true), dayOfSerial(44_650, true)]).toEqual(['1904-01-01', '2026-03-31']));

  it.each([0, -1, 2_958_466, Number.NaN])('%d is no day', (serial) => expect(dayOfSerial(serial, false)).toBeUndefined());

  it('without a day is a time', () => expect([2.5 / 24, 26 / 24, 0.5 + 1 / 86_400, -1].map(timeOfSerial)).toEqual(['2:30', '26:00', '12:00:01', undefined]));
});
