import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { factsInLedger, factsOfContracts, touchedBy } from '../../../../test/support/hanging-together.js';
import { seedOf } from '../../../../test/support/seed.js';
import { emptyGround, filesOf, smallWorkbook, type StatedRow, type StatedWorkbook } from '../../../../test/support/workbook.js';
import { CellFault } from '../cells/cell-fault.js';
import type { Cell } from '../reader/cell.js';
import { openWorkbook } from '../reader/open-workbook.js';
import { about } from '../sheets/about.js';
import { template } from '../sheets/template.js';
import { writeOds } from '../write-spreadsheet/ods/write-ods.js';
import { writeXlsx } from '../write-spreadsheet/xlsx/write-xlsx.js';
import { type ImportAnswer, importAnswer } from './import-answer.js';
import { importWorkbook } from './import-workbook.js';

type SheetName = keyof typeof template;
const SHEETS = Object.keys(template) as SheetName[];
const columnsOf = (sheet: string): string[] => Object.keys(sheet === 'about' ? about.columns : template[sheet as SheetName].columns);

/** A cell of the small workbook, and what it says in place of what it said. */
interface Mutation {
  readonly sheet: SheetName;
  readonly index: number;
  readonly column: string;
  readonly cell: Cell;
}

const days = ['2024-04-01', '2024-06-30', '2025-03-31', '2025-04-01', '2023-05-05', '2026-06-30', '2026-07-01', '1931-01-01'].map((date): Cell => ({ text: date, typed: { kind: 'date', date } }));
const numbers = ['0', '1', '2', '0.5', '12', '40', '60', '100', '101', '1000000', '1100000.55', '-3', '45383', '0.1234567', '99999999999', '1100000.556'].flatMap((decimal): Cell[] =>
  [false, true].map((percentage) => ({ text: percentage ? `${decimal}%` : decimal, typed: { kind: 'number', decimal, percentage } })),
);
const yesOrNo = [true, false].map((yes): Cell => ({ text: yes ? 'TRUE' : 'FALSE', typed: { kind: 'yes or no', yes } }));
const REFERENCES = ['P01', 'P02', 'P99', 'C01', 'C02', 'C99', 'M01', 'M02', 'M03', 'K01', 'K02', 'K03', 'K99', 'D001', 'D002', 'D003', 'D99', 'B1'];
const WORDS = ['', ' ', 'yes', 'no', '£5', '1,23', '1,200', ' 7 ', '12%', '=1+1', '#REF!', '31/02/2024', '01/04/2024', '30 June 2024', '01/04/25', 'x'.repeat(301), '👩🏽‍🏫 مركز', 'payroll: a.pdf; invoices'];
const CHOICES = ['charity or community', 'monthly', 'scotland', 'light-touch', 'number', 'hours x people', 'FTE', 'money', 'percentage', 'text', 'latest', 'never', 'in kind', 'none', 'beyond contract', 'silence', 'validated', 'part validated', 'queried', 'rejected', 'visit', '2024/25', '2025/26'];
const texts = [...REFERENCES, ...WORDS, ...CHOICES].map((words): Cell => ({ text: words }));
const everything = [...days, ...numbers, ...yesOrNo, ...texts];

/** Mostly what the column can take, since most other things are told at once; and what a file of XML can hold. */
function cellOf(sheet: SheetName, column: string): fc.Arbitrary<Cell> {
  const { read } = template[sheet].columns[column]!;
  const fitting = everything.filter((cell) => cell.text.trim() !== '' && !(read(cell) instanceof CellFault));
  const any = fc.oneof(fc.constantFrom(...everything), fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).map((words): Cell => ({ text: words })));
  return fitting.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: any });
}

const mutation = fc
  .constantFrom(...SHEETS)
  .chain((sheet) => fc.record({ sheet: fc.constant(sheet), index: fc.nat(smallWorkbook[sheet].length - 1), column: fc.constantFrom(...columnsOf(sheet)) }))
  .chain((at) => cellOf(at.sheet, at.column).map((cell): Mutation => ({ ...at, cell })));

/** Up to three cells say something else. */
const mutations = fc.uniqueArray(mutation, { minLength: 1, maxLength: 3, selector: ({ sheet, index, column }) => `${sheet} ${index} ${column}` });

/** The workbook with mutations, every cell as its text. */
function asTexts(changes: readonly Mutation[]): StatedWorkbook {
  const sheets: Record<string, StatedRow[]> = Object.fromEntries(Object.entries(smallWorkbook).map(([sheet, rows]) => [sheet, rows.map((row: StatedRow) => ({ ...row }))]));
  for (const { sheet, index, column, cell } of changes) sheets[sheet]![index] = { ...sheets[sheet]![index], [column]: cell.text };
  return sheets;
}

/** The same as a spreadsheet, the mutated cells of their types. */
async function asSpreadsheet(changes: readonly Mutation[], form: 'xlsx' | 'ods'): Promise<Uint8Array> {
  const typed = new Map(changes.map(({ sheet, index, column, cell }) => [`${sheet} ${index} ${column}`, cell]));
  const sheets = Object.entries(smallWorkbook).map(([name, rows]) => ({
    name,
    columns: [],
    rows: [{ cells: columnsOf(name).map((column) => ({ text: column })) }, ...rows.map((row: StatedRow, index) => ({ cells: columnsOf(name).map((column) => typed.get(`${name} ${index} ${column}`) ?? { text: row[column] ?? '' }) }))],
  }));
  return form === 'ods' ? writeOds({ title: '', sheets }) : writeXlsx({ title: '', sheets });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'svl-mutated-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ground = ReturnType<typeof emptyGround>;

async function sendSpreadsheet(ground: Ground, bytes: Uint8Array, form: string, commandId: string): Promise<ImportAnswer> {
  const path = join(folder, `sent.${form}`);
  writeFileSync(path, bytes);
  return importWorkbook(ground, { reader: await openWorkbook(path), commandId, actingAs: 'local operator', createAuthority: 'Fenmarch' });
}

const places = ({ problems }: ImportAnswer) => problems.map(({ sheet, column, cells }) => `${sheet} ${column} ${cells.join(' ')}`).sort();

/** The facts of a ledger, people by what they are called. */
async function factsOf(ground: Ground): Promise<string> {
  let told = JSON.stringify((await ground.events()).map(({ stream, type, businessDate, payload }) => ({ stream, type, businessDate, payload })));
  const met = new Map<string, string>();
  for (const [id] of told.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) if (!met.has(id)) met.set(id, `person ${met.size + 1}`);
  for (const [id, name] of met) told = told.replaceAll(id, name);
  // words about people stand beside the entry, under a digest that nobody can guess
  return told.replace(/"sha256":"[0-9a-f]{64}"/g, '"sha256":"…"');
}

describe.each([['xlsx', 60], ['ods', 30]] as const)('A workbook of which up to three cells say anything, as %s', (form, runs) => {
  it('means what its texts mean, or is refused at those cells or what hangs on them; and every contract that is in is whole', async () => {
    const seen = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const texts = asTexts(changes);
        const [byTexts, ground] = [emptyGround(), emptyGround()];
        const expected = await byTexts.importFiles(filesOf(texts));
        const bytes = await asSpreadsheet(changes, form);
        const answer = await sendSpreadsheet(ground, bytes, form, 'first');
        expect(importAnswer.safeParse(answer).error).toBeUndefined();

        // it means the same, typed or written
        expect({ status: answer.status, counts: answer.counts, places: places(answer) }).toEqual({ status: expected.status, counts: expected.counts, places: places(expected) });
        expect(await factsOf(ground)).toBe(await factsOf(byTexts));

        // it is refused where it was changed, or where something hangs on that
        const touched = touchedBy(changes, smallWorkbook, texts);
        for (const { sheet, cells } of answer.problems) {
          for (const cell of cells) expect({ cell, touched: touched.has(`${sheet} ${Number(/\d+$/.exec(cell)![0]) - 2}`) }).toEqual({ cell, touched: true });
        }

        // nothing is half in
        const whole = factsOfContracts(texts);
        for (const [contract, facts] of factsInLedger(await ground.events())) expect({ contract, facts }).toEqual({ contract, facts: whole.get(contract) });
        expect((await ground.ledger.head('fenmarch'))?.position ?? 0).toBe(answer.position);

        // and sent again, it is told the same, and nothing more goes in
        const again = await sendSpreadsheet(ground, bytes, form, 'second');
        expect({ places: places(again), events: again.counts.events }).toEqual({ places: places(answer), events: 0 });
        seen[answer.problems.length === 0 ? 'accepted' : 'refused']++;
      }),
      { numRuns: runs, seed: seedOf() },
    );
    // both happen, or nothing is shown
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(runs / 10);
  });
});
