import * as sheetJs from '@e965/xlsx';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { WrittenCell, WrittenSheet, WrittenWorkbook } from './written-workbook.js';

type Write = (workbook: WrittenWorkbook) => Promise<Uint8Array>;

const text = (words: string): WrittenCell => ({ text: words });
const number = (decimal: string, percentage = false): WrittenCell => ({ text: '', typed: { kind: 'number', decimal, percentage } });
const day = (date: string): WrittenCell => ({ text: '', typed: { kind: 'date', date } });

const oneSheet = (over: Partial<WrittenSheet>): WrittenWorkbook => ({ title: 'A workbook', sheets: [{ name: 'deliveries', columns: [{ width: 20 }], rows: [], ...over }] });

/** The value of each cell that holds one, by its name, as two libraries that are not ours read it. */
async function readTwice(file: Uint8Array, sheet = 'deliveries'): Promise<readonly Record<string, unknown>[]> {
  const opened = await (file[30] === 'm'.charCodeAt(0) ? readOds(file) : readXlsx(file));
  const byHucre: Record<string, unknown> = {};
  opened.sheets.find(({ name }) => name === sheet)!.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null && value !== undefined) byHucre[`${String.fromCharCode(65 + column)}${index + 1}`] = value;
    });
  });
  const bySheetJs: Record<string, unknown> = {};
  const cells = sheetJs.read(file, { cellDates: true, UTC: true }).Sheets[sheet]!;
  for (const [name, cell] of Object.entries(cells)) if (!name.startsWith('!') && (cell as sheetJs.CellObject).t !== 'z') bySheetJs[name] = (cell as sheetJs.CellObject).v;
  return [byHucre, bySheetJs];
}

/** What both writers keep. */
export function describeSpreadsheetWriter(kind: string, write: Write): void {
  describe(`A written ${kind}`, () => {
    it('holds numbers as numbers, percentages as parts of one, dates as dates, yes and no as such', async () => {
      const cells = [number('21345.6789'), number('-0.000001'), number('12.5', true), number('0.5', true), number('100', true), number('-7', true), day('2026-03-31'), day('1900-03-01')];
      const file = await write(oneSheet({ rows: [{ cells: [...cells, { text: '', typed: { kind: 'yes or no', yes: true } }] }] }));
      for (const read of await readTwice(file)) {
        expect(read).toEqual({
          ...{ A1: 21345.6789, B1: -0.000001, C1: 0.125, D1: 0.005, E1: 1, F1: -0.07, I1: true },
          ...{ G1: new Date('2026-03-31T00:00:00Z'), H1: new Date('1900-03-01T00:00:00Z') },
        });
      }
    });

    it('keeps as text what a spreadsheet would change: numbers of more than 15 digits, and days on which spreadsheets disagree', async () => {
      const file = await write(oneSheet({ rows: [{ cells: [number('1234567890.123456'), number('123456789.123456'), number('66.6666666666666667', true), day('1900-02-28')] }] }));
      for (const read of await readTwice(file)) expect(read).toEqual({ A1: '1234567890.123456', B1: 123456789.123456, C1: '66.6666666666666667%', D1: '1900-02-28' });
    });

    it('keeps the characters of a text', async () => {
      const texts = [' padded  twice ', 'a, b; "c" & <d> \'e\'', '王小明 🏗️ مركز', '=1+1', '#N/A', 'TRUE', '007', '1e5', 'tab\there', '<t>&amp;</t>'];
      const file = await write(oneSheet({ rows: [{ cells: texts.map(text) }] }));
      const expected = Object.fromEntries(texts.map((words, index) => [`${'ABCDEFGHIJ'[index]}1`, words]));
      for (const read of await readTwice(file)) expect(read).toEqual(expected);
    });

    it('keeps the lines of a text', async () => {
      const [byHucre] = await readTwice(await write(oneSheet({ rows: [{ cells: [text('one\n  two\n\nfour')] }] })));
      expect(byHucre).toEqual({ A1: 'one\n  two\n\nfour' });
    });

    it('has each row at its number, and blank cells and rows between', async () => {
      const rows = [{ cells: [text('a')] }, { number: 4, cells: [undefined, text('b')] }, { cells: [text(''), undefined, text('c')] }, { number: 2001, cells: [text('d')] }];
      for (const read of await readTwice(await write(oneSheet({ rows })))) expect(read).toEqual({ A1: 'a', B4: 'b', C5: 'c', A2001: 'd' });
    });

    it('takes its rows one after the other', async () => {
      let asked = 0;
      async function* rows() {
        for (asked = 1; asked <= 3000; asked++) yield { cells: [text(`row ${asked}`)] };
      }
      const file = await write(oneSheet({ rows: rows() }));
      for (const read of await readTwice(file)) expect([Object.keys(read).length, read['A3000']]).toEqual([3000, 'row 3000']);
    });

    it('has its sheets in order, under names that every spreadsheet takes', async () => {
      const names = ['how to', 'a name that is a good deal longer than 31 characters', 'a name that is a good deal longer than 32 characters', 'rates [2025/26]?', "'quoted'", 'HOW TO', 'A & B'];
      const file = await write({ title: '', sheets: names.map((name) => ({ name, columns: [], rows: [] })) });
      const opened = await (file[30] === 'm'.charCodeAt(0) ? readOds(file) : readXlsx(file));
      const expected = ['how to', 'a name that is a good deal long', 'a name that is a good deal lo 2', 'rates -2025-26--', '-quoted-', 'HOW TO 2', 'A & B'];
      expect(opened.sheets.map(({ name }) => name)).toEqual(expected);
      // SheetJS leaves an “&amp;” in the name of an ODS's sheet as it is.
      expect(sheetJs.read(file).SheetNames.slice(0, -1)).toEqual(expected.slice(0, -1));
    });

    it('has notes and links at their cells', async () => {
      const rows = [{ cells: [{ text: 'reference', note: 'What it is called.\nFor example “D001” & more' }, { text: 'see', link: { sheet: "the manager's", cell: 'B7' } }] }];
      const file = await write({ title: '', sheets: [{ name: 'deliveries', columns: [], rows }, { name: "the manager's", columns: [], rows: [] }] });
      const { A1, B1 } = sheetJs.read(file).Sheets['deliveries']!;
      expect((A1 as sheetJs.CellObject).c!.map(({ t }) => t)).toEqual(['What it is called.\nFor example “D001” & more']);
      expect((B1 as sheetJs.CellObject).l!.Target).toBe("#'the manager''s'!B7");
    });

    it('is the same file for the same workbook', async () => {
      const workbook = oneSheet({ rows: [{ cells: [{ text: 'a', note: 'n' }, day('2026-03-31')] }] });
      expect(Buffer.from(await write(workbook)).equals(Buffer.from(await write(workbook)))).toBe(true);
    });

    it('leaves nothing of what no file can hold', async () => {
      const file = await write(oneSheet({ rows: [{ cells: [{ text: 'a\u0000b\ud800c\uffff', note: '\u0001' }] }] }));
      for (const read of await readTwice(file)) expect(read['A1']).toMatch(/^a.b\ufffdc\ufffd$/);
    });
  });
}
