import { hours, money, positiveQuantity, quantity, unitValue, wholeNumber } from './amounts.js';
import { CellFault } from './cell-fault.js';
import type { ReadCell } from './column.js';
import { percent } from './percent.js';

const read = <Value>(as: ReadCell<Value>, text: string) => as({ text });
const refused = <Value>(as: ReadCell<Value>, text: string): CellFault => {
  const found = read(as, text);
  if (!(found instanceof CellFault)) throw new Error(`“${text}” was taken as ${String(found)}.`);
  return found;
};

describe('A quantity', () => {
  it.each([
    ['12', '12'],
    [' 1200 ', '1200'],
    ['1,200', '1200'],
    ['1,234,567.5', '1234567.5'],
    ['1 200', '1200'],
    ['1\u00a0234\u202f567', '1234567'],
    ['£1,200', '1200'],
    ['37.5%', '37.5'],
    ['12 per cent', '12'],
    ['-33.33', '-33.33'],
    ['\u22125', '-5'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['007', '7'],
    ['1.500000', '1.5'],
    ['0.000001', '0.000001'],
    ['1.0000000', '1'],
    ['-0', '0'],
  ])('%j is %s', (text, value) => expect(read(quantity, text)).toBe(value));

  it.each(['1,23', '1.234,56', '0,123', '12,34,567', '1,2', ',5', '1,200,00'])('%j is asked again, for its comma', (text) => {
    expect(refused(quantity, text).rule).toContain('a comma may separate thousands or decimals');
  });

  it.each([
    ['1 20', 'must be a number'],
    ['twelve', 'must be a number'],
    ['1/2', 'must be a number'],
    ['½', 'must be a number'],
    ['%', 'must be a number'],
    ['12%%', 'must be a number'],
    ['1.2.3', 'must be a number'],
    ['--5', 'must be a number'],
    ['-', 'must be a number'],
    ['NaN', 'must be a number'],
    ['Infinity', 'must be a number'],
    ['0x10', 'must be a number'],
    ['١٢', 'must be a number'],
    ['(1,200)', 'must be a number'],
    ['1e5', 'must be a number without an exponent'],
    ['=1+1', 'must be a number, not a formula'],
    ['0.0000001', 'must have at most 6 decimal places'],
    ['99999999999999999999', 'must have at most 15 digits before the decimal point'],
    ['99999999999', 'must lie within ±10,000,000,000'],
  ])('%j is refused: %s', (text, rule) => expect(refused(quantity, text).rule).toBe(rule));

  it('of a target is not negative', () => {
    expect(read(positiveQuantity, '0')).toBe('0');
    expect(refused(positiveQuantity, '-1').rule).toBe('must not be negative');
  });

  it('of hours is never in pounds', () => {
    expect(read(hours, '2.075')).toBe('2.075');
    expect(refused(hours, '£2').rule).toBe('must be a number of hours, not of pounds');
    expect(refused(hours, '20%').rule).toBe('must be a number of hours, not a percentage');
  });

  it('typed as a number in a spreadsheet is that number; a date is not', () => {
    expect(quantity({ text: '1,200', typed: { kind: 'number', decimal: '1200.25', percentage: false } })).toBe('1200.25');
    expect(quantity({ text: '12%', typed: { kind: 'number', decimal: '12', percentage: true } })).toBe('12');
    expect(quantity({ text: '31/03/2026', typed: { kind: 'date', date: '2026-03-31' } })).toBeInstanceOf(CellFault);
  });
});

describe('An amount of money', () => {
  it.each([
    ['£1,200', 120_000],
    ['1200.5', 120_050],
    ['£12 000 000.01', 1_200_000_001],
    ['0', 0],
  ])('%j is %i pence', (text, pence) => expect(read(money, text)).toBe(pence));

  it.each([
    ['-1', 'must not be negative'],
    ['1.005', 'must have at most 2 decimal places'],
    ['£100,000,000,000.01', 'must be at most £100,000 million'],
    ['£1.2m', 'must be a number'],
    ['£', 'must be a number'],
  ])('%j is refused: %s', (text, rule) => expect(refused(money, text).rule).toBe(rule));

  it('for one unit has up to four decimals of a pound', () => {
    expect(read(unitValue, '£21,345.6789')).toBe('21345.6789');
    expect(refused(unitValue, '0.00001').rule).toBe('must have at most 4 decimal places');
  });
});

describe('A whole number', () => {
  const people = wholeNumber('people', 0, 100_000_000);
  it('is taken as people type it', () => expect(read(people, '1,200')).toBe(1200));
  it.each(['2.5', '-1', '£3', '1000000000'])('%j is refused', (text) => {
    expect(refused(people, text).rule).toBe('must be a whole number of people from 0 to 100,000,000');
  });
});

describe('A percentage', () => {
  it.each([
    ['12%', '12'],
    ['12.5 %', '12.5'],
    ['0.5%', '0.5'],
    ['50 per cent', '50'],
    ['62', '62'],
    ['1', '1'],
    ['0', '0'],
    ['0.0', '0'],
    ['0%', '0'],
    ['100', '100'],
    ['66.67', '66.67'],
  ])('%j is %s', (text, value) => expect(read(percent, text)).toBe(value));

  it.each([
    ['0.12', 'Write 0.12% or 12%, whichever is meant.'],
    ['.5', 'Write 0.5% or 50%, whichever is meant.'],
    ['0.999', 'Write 0.999% or 99.9%, whichever is meant.'],
  ])('%j is asked again', (text, fix) => expect(refused(percent, text).fix).toBe(fix));

  it.each(['101', '-1', '12,5', '12%%', 'a tenth', '£12', '0.00001%'])('%j is refused', (text) => {
    expect(refused(percent, text).rule).toMatch(/^must/);
  });

  it('under 1 is taken where the cell itself is formatted as one', () => {
    expect(percent({ text: '0.12%', typed: { kind: 'number', decimal: '0.12', percentage: true } })).toBe('0.12');
    expect(percent({ text: '0.12', typed: { kind: 'number', decimal: '0.12', percentage: false } })).toBeInstanceOf(CellFault);
  });
});
