import { CellFault } from './cell-fault.js';
import type { ReadCell } from './column.js';
import { date } from './date.js';
import { evidence } from './evidence.js';
import { financialYear } from './financial-year.js';
import { listOf } from './list.js';
import { unstorable } from './storable.js';
import { name, oneOf, person, reference, words, yesNo } from './words.js';

const read = <Value>(as: ReadCell<Value>, text: string) => as({ text });
const refused = <Value>(as: ReadCell<Value>, text: string): CellFault => {
  const found = read(as, text);
  if (!(found instanceof CellFault)) throw new Error(`“${text}” was taken as ${String(found)}.`);
  return found;
};

describe('A date', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31 00:00:00', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['3/4/2026', '2026-04-03'],
    ['31 March 2026', '2026-03-31'],
    ['1st april 2026', '2026-04-01'],
    ['31-Mar-2026', '2026-03-31'],
    ['5 Sept 2025', '2025-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['2199-12-31', '2199-12-31'],
  ])('%j is %s', (text, day) => expect(read(date, text)).toBe(day));

  it.each([
    ['29/02/2025', 'must be a day that exists, in the years 1900 to 2199'],
    ['31 June 2026', 'must be a day that exists, in the years 1900 to 2199'],
    ['2200-01-01', 'must be a day that exists, in the years 1900 to 2199'],
    ['0026-03-31', 'must be a day that exists, in the years 1900 to 2199'],
    ['03/31/2026', 'must be a date with the day first; there is no month 31'],
    ['31/03/26', 'must be a date with a year of four digits'],
    ['31-Mar-26', 'must be a date with a year of four digits'],
    ['46112', 'must be a date, not the number that a spreadsheet keeps for it'],
    ['March 2026', 'must be a date'],
    ['31 Mai 2026', 'must be a date'],
    ['2026-03-31T10:30', 'must be a date'],
    ['tomorrow', 'must be a date'],
  ])('%j is refused: %s', (text, rule) => expect(refused(date, text).rule).toBe(rule));

  it('is a spreadsheet’s own date, and no other kind of cell', () => {
    expect(date({ text: '31/03/26', typed: { kind: 'date', date: '2026-03-31' } })).toBe('2026-03-31');
    expect(date({ text: '46112', typed: { kind: 'number', decimal: '46112', percentage: false } })).toBeInstanceOf(CellFault);
  });
});

describe('A financial year', () => {
  it.each(['2024/25', '2024-25', '2024/2025', ' 2024 / 25 '])('%j is 2024/25', (text) => expect(read(financialYear, text)).toBe('2024/25'));
  it.each(['2024/26', '2024', '2024/1925', '24/25', '1850/51'])('%j is refused', (text) => {
    expect(refused(financialYear, text).rule).toBe('must be a financial year written 2025/26');
  });
});

describe('Words', () => {
  it('yes and no, as people write them', () => {
    expect(['Yes', 'y', 'TRUE', ' true '].map((text) => read(yesNo, text))).toEqual([true, true, true, true]);
    expect(['No', 'n', 'FALSE'].map((text) => read(yesNo, text))).toEqual([false, false, false]);
    expect(yesNo({ text: 'WAHR', typed: { kind: 'yes or no', yes: true } })).toBe(true);
    for (const text of ['1', '0', 'x', 'maybe', 'yes please']) expect(refused(yesNo, text).rule).toBe('must be yes or no');
  });

  it('one of a few, however spelt', () => {
    const kind = oneOf(['half-yearly', 'hours x people', 'FTE']);
    expect(['Half yearly', 'HALF_YEARLY', 'hours × people', 'fte'].map((text) => read(kind, text))).toEqual(['half-yearly', 'half-yearly', 'hours x people', 'FTE']);
    expect(refused(kind, 'weekly').rule).toBe('must be one of half-yearly, hours x people or FTE');
  });

  it('references of up to 40 characters on one line', () => {
    expect(read(reference, ' K01 ')).toBe('K01');
    expect(read(reference, '👩🏽‍🏫'.repeat(10))).toBe('👩🏽‍🏫'.repeat(10));
    expect(refused(reference, 'x'.repeat(41)).rule).toBe('must have at most 40 characters');
    expect(refused(reference, 'K\n01').rule).toBe('must not hold control characters');
  });

  it('names in any script, and a formula as the words that it is', () => {
    for (const text of ['مركز الشباب', '王小明', '🏗️ School', '=HYPERLINK("x")', '=1+1', "O'Hara; drop table"]) expect(read(name(), text)).toBe(text);
    expect(refused(name(), 'n'.repeat(301)).rule).toBe('must have at most 300 characters');
    expect(refused(words(10), 'n'.repeat(11)).rule).toBe('must have at most 10 characters');
    expect(read(person, 'Ann  Li@x.example')).toBe('Ann Li@x.example');
    expect(refused(person, 'a\u0007b').rule).toBe('must not hold control characters');
  });

  it('lists by semicolons, each once', () => {
    const tags = listOf(name(10), 3);
    expect(read(tags, 'a; b;;a ;')).toEqual(['a', 'b']);
    expect(refused(tags, 'a;b;c;d').rule).toBe('must list at most 3');
    expect(refused(tags, 'a;' + 'b'.repeat(11)).rule).toBe('must have at most 10 characters in each place between semicolons');
  });

  it('evidence by kind, or by kind and file', () => {
    expect(read(evidence, 'invoices; payroll: starters-q1.pdf')).toEqual([
      { kind: 'invoices', fileName: null },
      { kind: 'payroll', fileName: 'starters-q1.pdf' },
    ]);
    expect(refused(evidence, 'payroll:').rule).toBe('must name a file after “payroll:”');
    for (const text of ['payroll: ../etc/passwd', 'payroll: /etc/passwd', 'payroll: C:\\x', 'payroll: .env']) {
      expect(refused(evidence, text).rule).toBe('must name files that lie beside the workbook, by their names alone');
    }
    expect(refused(evidence, ': x.pdf').rule).toContain('must name kinds of evidence');
  });

  it('that no ledger can hold', () => {
    expect(unstorable('a\u0000b')?.rule).toBe('must not hold the character NUL');
    expect(unstorable('a\ud800b')?.rule).toBe('must not hold half of a surrogate pair');
    expect(unstorable('👩🏽‍🏫')).toBeUndefined();
  });
});
