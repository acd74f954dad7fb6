import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { SHEET_NAMES, template } from '../sheets/template.js';
import { writeSpreadsheet } from '../write-spreadsheet/spreadsheet-form.js';
import { columnNote } from './note.js';
import { templateWorkbook } from './template-workbook.js';
import { deliveriesGuide } from '../sheets/guide/deliveries.js';
import { contractsGuide } from '../sheets/guide/contracts.js';
import { commitmentsGuide } from '../sheets/guide/commitments.js';

const xlsx = await readXlsx(await writeSpreadsheet('xlsx', templateWorkbook('fenmarch')), { readStyles: true });
const sheetOf = (name: string) => xlsx.sheets.find((sheet) => sheet.name === name)!;

describe('The template as a spreadsheet', () => {
  it('has a sheet that says how, then what it is and whose, then every table', async () => {
    const ods = await readOds(await writeSpreadsheet('ods', templateWorkbook('fenmarch')));
    for (const { sheets } of [xlsx, ods]) {
      expect(sheets.map(({ name }) => name)).toEqual(['how to', 'about', ...SHEET_NAMES]);
      expect(sheets[1]!.rows.slice(0, 4)).toEqual([['key', 'value'], ['template', 'social-value-ledger'], ['version', '1'], ['authority', 'fenmarch']]);
      for (const name of SHEET_NAMES) expect(sheets.find((sheet) => sheet.name === name)!.rows[0]).toEqual(Object.keys(template[name].columns));
    }
  });

  it('has in bold the headings of columns that must be filled, and of no others', () => {
    for (const name of SHEET_NAMES) {
      Object.values(template[name].columns).forEach(({ required }, index) => {
        expect([name, index, sheetOf(name).cells!.get(`0,${index}`)!.style!.font!.bold ?? false]).toEqual([name, index, required]);
      });
    }
  });

  it('explains every heading in a note, and keeps it in sight', () => {
    for (const name of SHEET_NAMES) {
      Object.keys(template[name].columns).forEach((_column, index) => expect(sheetOf(name).cells!.get(`0,${index}`)!.comment!.text.length).toBeGreaterThan(40));
      expect(sheetOf(name).freezePane).toEqual({ rows: 1 });
    }
  });

  it('offers the few words that a column takes', () => {
    const offered = (name: string) => Object.fromEntries(sheetOf(name).dataValidations!.map(({ range, values }) => [range, values]));
    expect(offered('providers')).toEqual({
      'C2:C2000': ['small business', 'medium business', 'large business', 'charity or community', 'social enterprise', 'public body'],
      'D2:D2000': ['yes', 'no'],
    });
    expect(Object.keys(offered('contracts'))).toEqual(['I2:I2000', 'K2:K2000', 'L2:L2000']);
    expect(Object.keys(offered('measures'))).toEqual(['F2:F2000', 'G2:G2000', 'H2:H2000']);
    expect(offered('commitments')).toMatchObject({ 'E2:E2000': ['contract', 'beyond contract'], 'H2:H2000': ['yes', 'no'] });
    expect(Object.keys(offered('reviews'))).toEqual(['B2:B2000', 'D2:D2000']);
    expect(offered('break_clauses')).toMatchObject({ 'C2:C2000': ['shortfall', 'silence', 'critical commitment missed'] });
    expect(Object.keys(offered('returns'))).toEqual(['E2:E2000']);
  });

  it('has its example in grey, its dates as dates and its numbers as numbers', () => {
    const [, example] = sheetOf('deliveries').rows;
    expect(example!.slice(0, 6)).toEqual(['e.g. D001', 'e.g. K01', null, new Date('2025-04-01T00:00:00Z'), new Date('2025-06-30T00:00:00Z'), 112]);
    expect(sheetOf('deliveries').cells!.get('1,0')!.style!.font).toMatchObject({ italic: true, color: { rgb: '505A5F' } });
  });

  it('says in a note what a column means, whether it must be filled, what may be written, and an example', () => {
    expect(columnNote(deliveriesGuide.columns.from, template.deliveries.columns['from']!)).toBe(
      'The first day of the period, or the day of the item.\nMust be filled.\nA date: 31/03/2026 (the day first), 2026-03-31 or 31 March 2026.\nFor example: 01/04/2025',
    );
    expect(columnNote(contractsGuide.columns.due_working_days, template.contracts.columns['due_working_days']!)).toContain('\nIf left empty: 20.\nA whole number.\n');
    expect(columnNote(commitmentsGuide.columns.basis, template.commitments.columns['basis']!)).toContain('\nMust be filled.\nOne of: contract, beyond contract.\n');
  });
});
