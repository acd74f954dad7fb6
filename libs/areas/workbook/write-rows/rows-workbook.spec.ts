import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { rowOf } from '../decide-rows/made-rows.js';
import { SHEET_NAMES, type SheetName, template } from '../sheets/template.js';
import { SPREADSHEET_FORMS, type SpreadsheetForm, writeSpreadsheet } from '../write-spreadsheet/spreadsheet-form.js';
import { rowsWorkbook } from './rows-workbook.js';

const rows: Partial<Record<SheetName, readonly object[]>> = {
  contracts: [rowOf('contracts', { reference: '007', title: 'Buses', starts_on: '2024-04-01', ends_on: '2027-03-31', value_gbp: 123_456_05, due_working_days: 20 })],
  members: [rowOf('members', { contract: '007', provider: 'P01', share_percent: '33.5' })],
  deliveries: [rowOf('deliveries', { reference: 'D1', quantity: '1200.25', item: true, evidence: [{ kind: 'payroll', fileName: null }, { kind: 'register', fileName: null }], from: '2024-04-01' })],
};
const workbook = () => rowsWorkbook({ title: 'Fenmarch', said: 'All of it.', authority: 'fenmarch', preparedBy: 'somebody', preparedOn: '2026-05-18', rowsOf: (sheet) => rows[sheet] ?? [] });

async function read(form: SpreadsheetForm) {
  const bytes = await writeSpreadsheet(form, workbook());
  const { sheets } = form === 'xlsx' ? await readXlsx(bytes, { readStyles: true }) : await readOds(bytes);
  const cell = (sheet: SheetName, column: string) => sheets.find(({ name }) => name === sheet)!.rows[1]![Object.keys(template[sheet].columns).indexOf(column)] ?? null;
  return { sheets, cell };
}

describe.each(SPREADSHEET_FORMS)('The template with rows in it, as %s', (form) => {
  it('has every sheet with its headings, then the rows, and no example', async () => {
    const { sheets } = await read(form);
    expect(sheets.map(({ name }) => name)).toEqual(['how to', 'about', ...SHEET_NAMES]);
    for (const name of SHEET_NAMES) expect(sheets.find((sheet) => sheet.name === name)!.rows[0]).toEqual(Object.keys(template[name].columns));
    expect(JSON.stringify(sheets.slice(1).map((sheet) => sheet.rows))).not.toContain('e.g. ');
  });

  it('has dates as dates, numbers as numbers, percentages as parts of one, and references as they are', async () => {
    const { cell } = await read(form);
    expect(cell('contracts', 'reference')).toBe('007');
    expect(cell('contracts', 'starts_on')).toEqual(new Date('2024-04-01T00:00:00Z'));
    expect(cell('contracts', 'value_gbp')).toBe(123_456.05);
    expect(cell('members', 'share_percent')).toBeCloseTo(0.335, 12);
    expect(cell('deliveries', 'quantity')).toBe(1200.25);
    expect(cell('deliveries', 'item')).toBe('yes');
    expect(cell('deliveries', 'evidence')).toBe('payroll; register');
  });

  it('leaves blank what means the same as a blank', async () => {
    const { cell } = await read(form);
    for (const column of ['due_working_days', 'jurisdiction', 'regime']) expect(cell('contracts', column)).toBeNull();
    for (const column of ['in_addition', 'people', 'corrects']) expect(cell('deliveries', column)).toBeNull();
  });
});
