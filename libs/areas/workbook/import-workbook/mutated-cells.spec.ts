import fc from 'fast-check';
import { seedOf } from '../../../../test/support/seed.js';
import type { filesOf } from '../../../../test/support/workbook.js';
import { emptyGround, smallWorkbook, type StatedRow, withRow } from '../../../../test/support/workbook.js';
import { CellFault } from '../cells/cell-fault.js';
import { unstorable } from '../cells/storable.js';
import { template } from '../sheets/template.js';
import { importAnswer } from './import-answer.js';
import { letters } from './problems.js';

type SheetName = keyof typeof template;
const SHEETS = Object.keys(template) as SheetName[];
const columnsOf = (sheet: SheetName): string[] => Object.keys(template[sheet].columns);

/** Any cell of the small workbook. */
const anyCell = fc
  .constantFrom(...SHEETS)
  .chain((sheet) => fc.tuple(fc.constant(sheet), fc.nat(smallWorkbook[sheet].length - 1), fc.constantFrom(...columnsOf(sheet))));

/** What people and machines put into cells. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '0', '-0', '-1', '0.5', '1e9', '1,23', '1.234,56', '£', '£5', '12%', '=1+1', '@SUM(A1)', '#REF!', '29/02/2023', '31/02/2024', '2024-02-29', '9999-12-31'),
  fc.constantFrom('yes', 'no', 'x'.repeat(301), '99999999999999999999999', '__proto__', 'constructor', 'مركز', '🏗️', '\u202eabc', 'a\u0000b', 'P99', 'C01', 'K02', 'D001', 'D001 (2)', 'text', 'never'),
);

describe('A workbook of which any one cell says anything', () => {
  it('is accepted, or refused at that cell, and never breaks the import', async () => {
    await fc.assert(
      fc.asyncProperty(anyCell, anyText, async ([sheet, index, column], typed) => {
        // A file in UTF-8 has no half of a surrogate pair; that it is refused, the readers show.
        const text = typed.replace(/\p{Surrogate}/gu, '\ufffd');
        const ground = emptyGround();
        const answer = await ground.import(withRow(smallWorkbook, sheet, index, { [column]: text }));
        expect(importAnswer.safeParse(answer).error).toBeUndefined();
        const { required, read } = template[sheet].columns[column]!;
        const blankRow = text.trim() === '' && Object.keys(smallWorkbook[sheet][index]!).every((name) => name === column);
        const taken = blankRow || text.trim() === '' ? blankRow || !required : !(unstorable(text) ?? read({ text }) instanceof CellFault);
        const cell = `${letters(columnsOf(sheet).indexOf(column))}${index + 2}`;
        const atTheCell = answer.problems.some((problem) => problem.sheet === sheet && problem.column === column && problem.cells.includes(cell));
        expect(atTheCell || taken).toBe(true);
        if (answer.problems.length === 0) expect(answer.counts).toMatchObject({ refused: 0, held: 0 });
        expect((await ground.ledger.head('fenmarch'))?.position ?? 0).toBe(answer.position);
        // What went in comes again as unchanged; what was held back is still held back for the same reasons.
        const again = await ground.import(withRow(smallWorkbook, sheet, index, { [column]: text }));
        expect(again.problems).toEqual(answer.problems);
        expect(again.counts.events).toBe(0);
      }),
      { numRuns: 120, seed: seedOf() },
    );
  });
});

/** Other spellings of the values of the small workbook. */
const spellings: readonly [SheetName, number, StatedRow][] = [
  ['contracts', 0, { value_gbp: '12000000', starts_on: '1 April 2024', ends_on: '31/3/2027', reporting: 'QUARTERLY', jurisdiction: 'England and Wales', regime: 'Other' }],
  ['contracts', 1, { value_gbp: '£3 400 000.00', starts_on: '2024-04-01 00:00', ends_on: '31 Mar 2028', due_working_days: '20' }],
  ['providers', 0, { type: 'Large Business', local: 'N', name: '  Brightwell ' }],
  ['members', 0, { share_percent: '60%' }],
  ['measures', 0, { unit_value_gbp: '£21,345.6789', kind: 'fte', deadweight_percent: '62.0 %', leakage_percent: '10 per cent' }],
  ['measures', 2, { kind: 'Hours × People', unit_value_gbp: '16.93250' }],
  ['commitments', 0, { evidence_required: ' payroll ;; payroll', critical: 'FALSE' }],
  ['targets', 1, { quantity: '1 000 000', from: '01/04/2024' }],
  ['break_clauses', 0, { below_percent: '60.00%', remediable: 'TRUE', time_to_put_right_working_days: '030' }],
  ['opening_balances', 0, { quantity: '+2.0' }],
  ['deliveries', 1, { quantity: '1100000.550', item: 'no', in_addition: 'n' }],
  ['deliveries', 2, { hours: '2.', people: '40.0', item: 'Y' }],
  ['reviews', 1, { decision: 'Part-validated', method: 'Document', quantity: '£1,000,000' }],
  ['closed_years', 0, { year: '2023-2024' }],
];

it('A workbook typed in any other way means the same', async () => {
  const facts = async (workbook: Parameters<typeof filesOf>[0]) => {
    const ground = emptyGround();
    expect((await ground.import(workbook)).problems).toEqual([]);
    const names = await ground.directory.known('fenmarch', ['manager@x.example', 'returns@x.example', 'lead@x.example']);
    let text = JSON.stringify((await ground.events()).map(({ stream, type, businessDate, payload }) => ({ stream, type, businessDate, payload })));
    for (const [name, id] of names) text = text.replaceAll(id, name);
    return text.replace(/"sha256":"[0-9a-f]{64}"/g, '"sha256":"…"');
  };
  const plain = await facts(smallWorkbook);
  for (const [sheet, index, over] of spellings) expect(await facts(withRow(smallWorkbook, sheet, index, over))).toBe(plain);
});
