import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as SheetJS from '@e965/xlsx';
import { emptyGround, filesOf, smallWorkbook, withRow } from '../../../../test/support/workbook.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { importWorkbook } from '../import-workbook/import-workbook.js';
import type { Cell } from '../reader/cell.js';
import { csvParts } from '../reader/csv/csv-parts.js';
import { openWorkbook } from '../reader/open-workbook.js';
import { type SheetRow, UnreadableSheet, type WorkbookReader } from '../reader/workbook-reader.js';
import type { SpreadsheetForm } from '../write-spreadsheet/spreadsheet-form.js';
import { annotatedCopy } from './annotated-copy.js';
import { annotatedOut, writeAnnotated } from './write-annotated.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'svl-annotated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ground = () => {
  const { importFiles: _, ...ports } = emptyGround();
  return (reader: WorkbookReader): Promise<ImportAnswer> => importWorkbook(ports, { reader, commandId: 'one', actingAs: 'x', createAuthority: 'Fenmarch', check: true });
};

/** Two cells of one kind, one of another, one whole row, and something unusual. */
const wrong = withRow(
  withRow(withRow(withRow(smallWorkbook, 'contracts', 0, { regime: 'none' }), 'contracts', 1, { regime: 'none' }), 'providers', 1, { local: 'maybe' }),
  'targets', 1, { quantity: '£9,000,000' },
);
const wrongReader = () => csvParts('autumn', [...filesOf(wrong), { fileName: 'Notes.csv', bytes: Buffer.from('who,what\n,\n,\nAnn,=1+1\n') }]);

async function copied(reader: WorkbookReader, answer: ImportAnswer, form: SpreadsheetForm, name = `copy.${form}`): Promise<WorkbookReader> {
  writeFileSync(join(folder, name), await annotatedCopy(reader, answer, form));
  return openWorkbook(join(folder, name));
}

/** The rows of a sheet, without the blanks at their ends. */
async function rowsOf(reader: WorkbookReader, sheet: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const { number, cells } of (await reader.sheets()).find(({ name }) => name === sheet)!.rows()) {
    const last = cells.findLastIndex(({ text, typed }) => text !== '' || typed !== undefined);
    rows.push({ number, cells: cells.slice(0, last + 1) });
  }
  return rows;
}
const textsOf = async (reader: WorkbookReader, sheet: string) => (await rowsOf(reader, sheet)).map(({ cells }) => cells.map(({ text }) => text));

/** A workbook with cells of every type, and a gap. */
const typedRows: readonly SheetRow[] = [
  { number: 1, cells: [{ text: 'reference' }, { text: 'name' }, { text: 'day' }] },
  { number: 4, cells: [text('007'), day('2025-06-30'), number('0.1'), percent('12.5'), { text: 'TRUE', typed: { kind: 'yes or no', yes: true } }, text('two\nlines'), text('=1+1'), text(' padded ')] },
];
function text(words: string): Cell {
  return { text: words };
}
function day(date: string): Cell {
  return { text: date, typed: { kind: 'date', date } };
}
function number(decimal: string): Cell {
  return { text: decimal, typed: { kind: 'number', decimal, percentage: false } };
}
function percent(decimal: string): Cell {
  return { text: `${decimal}%`, typed: { kind: 'number', decimal, percentage: true } };
}
function readerOf(sheets: Readonly<Record<string, readonly SheetRow[] | UnreadableSheet>>): WorkbookReader {
  const sources = Object.entries(sheets).map(([origin, rows]) => ({
    name: origin.toLowerCase().replace(/ /g, '_'),
    origin,
    rows: function* () {
      if (rows instanceof UnreadableSheet) {
        yield { number: 1, cells: [text('reference')] };
        throw rows;
      }
      yield* rows;
    },
  }));
  return { name: 'stated', sheets: () => Promise.resolve(sources), fileBeside: () => Promise.resolve(undefined), contentHash: () => Promise.resolve('') };
}
const nothing: ImportAnswer = { status: 'rejected', position: 0, counts: { rows: 0, added: 0, changed: 0, unchanged: 0, held: 0, refused: 0, absent: 0, events: 0 }, held: [], absent: [], warnings: [], problems: [] };

describe.each(['xlsx', 'ods'] as const)('An annotated copy in %s', (form) => {
  it('has every sheet as it was read: cells of their types, rows under their numbers, sheets of other people too', async () => {
    const reader = readerOf({ Providers: typedRows, 'Break clauses': typedRows, 'My own notes': typedRows });
    const copy = await copied(reader, nothing, form);
    expect((await copy.sheets()).map(({ origin }) => origin)).toEqual(['problems', 'Providers', 'Break clauses', 'My own notes']);
    for (const sheet of ['providers', 'break_clauses', 'my_own_notes']) expect(await rowsOf(copy, sheet)).toEqual(typedRows);
  });

  it('lists first what is wrong, what was held back and what deserves a look', async () => {
    const reader = wrongReader();
    const lines = await textsOf(await copied(reader, await ground()(reader), form), 'problems');
    expect(lines[0]).toEqual(['What to mend in autumn']);
    expect(lines.flat().join(' ')).toContain('Evidence is looked for beside the file that is sent');
    const table = lines.slice(lines.findIndex(([first]) => first === 'what'));
    expect(table[0]).toEqual(['what', 'sheet', 'cell', 'column', 'value', 'rule', 'fix', 'how many', 'all cells']);
    expect(table.slice(1).map(([what, sheet, cell, column, value, , , many, cells]) => [what, sheet, cell, column, value, many, cells])).toEqual([
      ['mend this', 'providers', 'D3', 'local', 'maybe', '1', 'D3'],
      ['mend this', 'contracts', 'L2', 'regime', 'none', '2', 'L2, L3'],
      ['held back', 'contracts', '', '', 'C01', '10', undefined],
      ['held back', 'contracts', '', '', 'C02', '7', undefined],
      ['held back', 'closed_years', '', '', '2023/24', '1', undefined],
      ['worth a look', 'Notes', '', '', 'Notes.csv', undefined, undefined],
    ]);
  });

  it('has a link in its list, and at each cell concerned a colour and a note with rule and fix', async () => {
    const reader = wrongReader();
    const bytes = await annotatedCopy(reader, await ground()(reader), form);
    const book = SheetJS.read(bytes, { cellStyles: true });
    const cell = (sheet: string, name: string) => book.Sheets[sheet]![name] as SheetJS.CellObject & { s?: { fgColor?: { rgb?: string } } };
    for (const name of ['L2', 'L3']) {
      const note = cell('contracts', name).c!.map(({ t }) => t).join('');
      expect(note).toMatch(/regime must be one of procurement-act-2023.*\.\nWrite procurement-act-2023/s);
    }
    expect(cell('contracts', 'K2')?.c).toBeUndefined();
    expect(cell('contracts', 'A2').c).toBeUndefined();
    if (form === 'xlsx') {
      expect(cell('contracts', 'L2').s!.fgColor!.rgb!.toLowerCase()).toBe('fbd3cf');
      expect(cell('contracts', 'A2').s?.fgColor).toBeUndefined();
    }
    const link = Object.values(book.Sheets['problems']!).find((one: SheetJS.CellObject) => one?.v === 'L2') as SheetJS.CellObject;
    expect(link.l!.Target).toMatch(/^#'?contracts'?[!.]L2$/);
  });

  it('sent again as it is, is told the same; its list, colours and notes are passed over; and it has one list, not two', async () => {
    const reader = wrongReader();
    const send = ground();
    const answer = await send(reader);
    const copy = await copied(reader, answer, form);
    const again = await send(copy);
    const told = ({ problems }: ImportAnswer) => problems.map(({ sheet, cells, value, rule }) => ({ sheet, cells, value, rule }));
    expect(told(again)).toEqual(told(answer));
    expect(again.warnings.map(({ sheet, value }) => `${sheet} ${value}`)).toEqual(['notes Notes']);
    const second = await copied(copy, again, form, `second.${form}`);
    expect((await second.sheets()).map(({ name }) => name)).toEqual((await copy.sheets()).map(({ name }) => name));
  });

  it('says of a whole row at its first cell, of a whole sheet at its first, and of a cell twice where two things are wrong', async () => {
    const problem = { sheet: 'providers', row: 4, column: '', value: '', fix: 'Mend it.' };
    const problems = [{ ...problem, rule: 'one', cells: ['4:4'] }, { ...problem, rule: 'two', cells: ['A4', 'C9'] }, { ...problem, row: null, rule: 'three', cells: [] }];
    const book = SheetJS.read(await annotatedCopy(readerOf({ Providers: typedRows }), { ...nothing, problems }, form), {});
    const note = (name: string) => ((book.Sheets['Providers']![name] as SheetJS.CellObject | undefined)?.c ?? []).map(({ t }) => t).join('');
    expect(note('A4')).toBe('one.\nMend it.\n\ntwo.\nMend it.');
    expect(note('A1')).toBe('three.\nMend it.');
    // SheetJS passes over notes at blank cells of an ODS; that it is there, the writer's own conformance shows
    if (form === 'xlsx') expect(note('C9')).toBe('two.\nMend it.');
  });

  it('does not pass off a part of a sheet that cannot be read as the whole: sent again, it is refused', async () => {
    const broken = new UnreadableSheet({ row: 9, column: '', value: '', rule: 'must be well-formed', fix: 'Save it again.' });
    const reader = readerOf({ about: [{ number: 1, cells: [text('key'), text('value')] }, ...Object.entries({ template: 'social-value-ledger', version: '1', authority: 'fenmarch' }).map(([key, value], at) => ({ number: at + 2, cells: [text(key), text(value)] }))], providers: broken });
    const send = ground();
    const again = await send(await copied(reader, await send(reader), form));
    expect(again).toMatchObject({ status: 'rejected' });
    expect(again.problems[0]).toMatchObject({ sheet: 'providers', row: 1, value: expect.stringContaining('This sheet could not be copied: it must be well-formed.') as string });
  });

  it('has what was hidden in sight, under a name that is passed over as it was', async () => {
    const reader = readerOf({ about: typedRows, Deliveries: typedRows });
    const hidden: WorkbookReader = { ...reader, sheets: async () => (await reader.sheets()).map((sheet) => ({ ...sheet, hidden: true })) };
    const copy = await copied(hidden, nothing, form);
    expect((await copy.sheets()).map(({ origin }) => origin)).toEqual(['problems', 'about', 'Deliveries (hidden)']);
    expect((await copy.sheets()).map(({ name }) => name)).not.toContain('deliveries');
  });

  it('has something in place of a formula that came to nothing, which a blank would hide', async () => {
    const fault = { rule: 'must hold a value', fix: 'Mend it.' };
    const copy = await copied(readerOf({ providers: [{ number: 1, cells: [{ text: '', fault }, { text: '#REF!', fault }, text('x')] }] }), nothing, form);
    expect(await textsOf(copy, 'providers')).toEqual([['#N/A', '#REF!', 'x']]);
  });
});

describe('An annotated copy as a folder', () => {
  it('has the list beside the sheets, which are what they were, byte for byte, and the evidence that they name', async () => {
    const parts = [...filesOf(withRow(wrong, 'deliveries', 0, { evidence: 'payroll: starters.pdf; ledger: extract.csv; photo: gone.jpg' })), { fileName: 'starters.pdf', bytes: Buffer.from('so many') }, { fileName: 'extract.csv', bytes: Buffer.from('"a";b\r\n') }, { fileName: 'unasked.txt', bytes: Buffer.from('x') }];
    const reader = csvParts('autumn', parts);
    const out = await annotatedOut(join(folder, 'copy'));
    const send = ground();
    const answer = await send(reader);
    await writeAnnotated(out, reader, answer);
    expect(readdirSync(out.path).sort()).toEqual([...parts.map(({ fileName }) => fileName).filter((name) => name !== 'unasked.txt'), 'problems.csv'].sort());
    for (const name of readdirSync(out.path).filter((one) => one !== 'problems.csv')) {
      expect({ name, text: readFileSync(join(out.path, name), 'utf8') }).toEqual({ name, text: Buffer.from(parts.find(({ fileName }) => fileName === name)!.bytes).toString() });
    }
    const [head, first] = readFileSync(join(out.path, 'problems.csv'), 'utf8').split('\r\n');
    expect(head).toBe('\ufeffwhat,sheet,cell,column,value,rule,fix,how_many,all_cells');
    expect(first).toBe('mend this,providers,D3,local,maybe,must be yes or no,Write yes or no.,1,D3');
    const again = await send(await openWorkbook(out.path));
    expect(again.problems).toEqual(answer.problems);
  });

  it('of a spreadsheet has a CSV for each sheet, every row under its number', async () => {
    const out = await annotatedOut(join(folder, 'copy'));
    await writeAnnotated(out, readerOf({ Providers: typedRows, 'a/b': typedRows }), nothing);
    expect(readdirSync(out.path).sort()).toEqual(['Providers.csv', 'a-b.csv', 'problems.csv']);
    expect(readFileSync(join(out.path, 'Providers.csv'), 'utf8')).toBe('reference,name,day\n\n\n007,2025-06-30,0.1,12.5%,TRUE,"two\nlines",=1+1, padded \n');
  });
});

describe('Where an annotated copy may go', () => {
  it.each<[string, string, RegExp]>([
    ['a file that is there', 'there.xlsx', /must not be there yet/],
    ['a folder with something in it', '.', /must not be there yet/],
    ['a place in no folder', 'nowhere/copy.ods', /must lie in a folder that is there/],
    ['another kind of file', 'copy.pdf', /must end in .xlsx or .ods, or be a folder/],
  ])('not over %s', async (_what, name, rule) => {
    writeFileSync(join(folder, 'there.xlsx'), '');
    await expect(annotatedOut(join(folder, name))).rejects.toThrow(rule);
  });

  it('to a spreadsheet, whatever the capitals of its ending, or to a folder that is new or empty', async () => {
    expect(await annotatedOut(join(folder, 'COPY.ODS'))).toMatchObject({ form: 'ods' });
    expect(await annotatedOut(join(folder, 'copy'))).toMatchObject({ form: 'folder' });
    expect(await annotatedOut(folder)).toMatchObject({ form: 'folder' });
  });
});
