import type { StatedSpreadsheet } from '../../../../test/support/spreadsheets/stated.js';
import type { Cell } from './cell.js';
import type { WorkbookReader } from './workbook-reader.js';
import { rowsOf } from './workbook-reader.conformance.js';

const number = (decimal: string, percentage = false): Cell => ({ text: percentage ? `${decimal}%` : decimal, typed: { kind: 'number', decimal, percentage } });
const day = (date: string): Cell => ({ text: date, typed: { kind: 'date', date } });

/** What every reader of spreadsheets keeps beyond what a reader of texts does; one that cannot know which sheets are hidden says so. */
export function describeSpreadsheetReader(adapter: string, make: (stated: StatedSpreadsheet) => Promise<WorkbookReader>, { seesHidden = true } = {}): void {
  const cells = async (rows: StatedSpreadsheet['sheets'][0]['rows'], from1904 = false): Promise<readonly (readonly Cell[])[]> =>
    (await rowsOf(await make({ sheets: [{ name: 'Contracts', rows }], from1904 }), 'contracts')).map((row) => row.cells);

  describe(`A spreadsheet from ${adapter}`, () => {
    it('has its sheets in any order and any spelling, and says which are hidden', async () => {
      const rows = [['reference']];
      const reader = await make({ sheets: [{ name: 'Break clauses', rows }, { name: 'CLOSED-YEARS ', rows, hidden: true }, { name: 'Contracts', rows }] });
      const found = (await reader.sheets()).map(({ name, origin, hidden = false }) => ({ name, origin: origin.trim(), hidden }));
      expect(found).toEqual([
        { name: 'break_clauses', origin: 'Break clauses', hidden: false },
        { name: 'closed_years', origin: 'CLOSED-YEARS', hidden: seesHidden },
        { name: 'contracts', origin: 'Contracts', hidden: false },
      ]);
    });

    it('counts blank rows, and leaves cells out that hold only a format', async () => {
      const reader = await make({ sheets: [{ name: 'contracts', rows: [[], ['a', '', 'b', null, null], [], [], [null, null], ['c']] }] });
      const rows = await rowsOf(reader, 'contracts');
      expect(rows.map(({ number: row }) => row)).toEqual([2, 6]);
      expect(rows[0]!.cells.map(({ text }) => text)).toEqual(['a', '', 'b']);
    });

    it('has days as days, counted from 1900', async () => {
      expect(await cells([[{ day: '2026-03-31' }, { day: '2024-02-29' }, { day: '1900-03-01' }, { day: '2199-12-31' }]])).toEqual([['2026-03-31', '2024-02-29', '1900-03-01', '2199-12-31'].map(day)]);
    });

    it('or from 1904', async () => {
      expect(await cells([[{ day: '2026-03-31' }, { day: '1904-01-02' }]], true)).toEqual([['2026-03-31', '1904-01-02'].map(day)]);
    });

    it('has numbers as people see them: plain, without the noise of binary fractions, and without exponents', async () => {
      const typed = [0.1 + 0.2, 1234.5600000000002, 1e-7, 120_000_000_000, 1e15, -42.5, 0, 21_345.6789, 1 / 3];
      const seen = ['0.3', '1234.56', '0.0000001', '120000000000', '1000000000000000', '-42.5', '0', '21345.6789', '0.333333333333333'];
      expect(await cells([typed])).toEqual([seen.map((decimal) => number(decimal))]);
    });

    it('has percentages as percentages', async () => {
      const parts = [0.12, 0.005, 1, 0.07, 0.29, 0.6667, 0].map((percentage) => ({ percentage }));
      expect(await cells([parts])).toEqual([['12', '0.5', '100', '7', '29', '66.67', '0'].map((decimal) => number(decimal, true))]);
    });

    it('has yes and no, and texts that look like numbers or days as the texts that they are', async () => {
      const yes: Cell = { text: 'TRUE', typed: { kind: 'yes or no', yes: true } };
      const no: Cell = { text: 'FALSE', typed: { kind: 'yes or no', yes: false } };
      expect(await cells([[true, false, '1200', '12%', '31/03/2026', ' trailing ', "'quoted"]])).toEqual([
        [yes, no, { text: '1200' }, { text: '12%' }, { text: '31/03/2026' }, { text: ' trailing ' }, { text: "'quoted" }],
      ]);
    });

    it('has a length of time as a text, never as the part of a day that is kept for it', async () => {
      expect(await cells([[{ time: 2.5 / 24 }, { time: 26 / 24 }]])).toEqual([[{ text: '2:30' }, { text: '26:00' }]]);
    });

    it('has words in several styles as one text, without notes and without how they are spoken', async () => {
      expect(await cells([[{ runs: ['We will create ', '12', ' jobs & more.'] }]])).toEqual([[{ text: 'We will create 12 jobs & more.' }]]);
    });

    it('has what formulas came to when the file was saved', async () => {
      const rows = [[{ formula: 'A1+1', value: 3 }, { formula: 'A1&"x"', value: 'one x' }, { formula: 'TRUE()', value: true }]];
      const found = await cells(rows);
      expect(found[0]!.map(({ text, typed }) => [text, typed?.kind])).toEqual([['3', 'number'], ['one x', undefined], ['TRUE', 'yes or no']]);
    });

    it('refuses a formula that failed, and one that nobody worked out, at its cell', async () => {
      const [found = []] = await cells([['here', { formula: 'B99', error: '#REF!' }, { formula: 'VLOOKUP(A1,X:Y,2)', error: '#N/A' }, { formula: 'A1+1' }]]);
      expect(found.map(({ fault }) => fault?.rule ?? '')).toEqual(['', expect.stringContaining('came to #REF!'), expect.stringContaining('came to #N/A'), expect.stringContaining('was never worked out')]);
    });
  });
}
