import { readXlsx } from 'hucre/xlsx';
import { fact } from '#domain/contract/contract.js';
import * as events from '#domain/contract/events/index.js';
import { aMeasure, commitmentMade, contractRegistered, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { writeXlsx } from '../write-spreadsheet/xlsx/write-xlsx.js';
import { filledWorkbook } from './filled-workbook.js';

const long = 'K'.repeat(38);
const { state } = given(
  contractRegistered(),
  fact(events.reportingScheduleAgreed, '2024-04-01', { frequency: 'quarterly', dueWorkingDays: 20 }),
  ...['K1', 'K2', long].flatMap((commitment) => [commitmentMade(commitment), targetAgreed('40', '2024-04-01', '2024-06-30', commitment)]),
);
const provider = { reference: 'P1', name: 'Open Door', type: 'social enterprise', local: true, place: 'Northgate', companiesHouse: '', charityNumber: '', version: 1 } as const;
const workbook = filledWorkbook({
  ...{ authority: 'fenmarch', today: '2024-05-02', providers: [provider], measures: [aMeasure()], taken: new Set(['K2-2024-06']) },
  contracts: [{ state, manager: 'ann@fenmarch.example', bidSentences: new Map([['K1', 'We will give our time.']]) }],
});
const { sheets } = await readXlsx(await writeXlsx(workbook));
const sheetOf = (name: string) => sheets.find((sheet) => sheet.name === name)!;

describe('The filled template', () => {
  it('holds what is to be filled in and what is known, and no other table', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['how to', 'about', 'deliveries', 'returns', 'known commitments', 'known contracts', 'known providers', 'known measures']);
    expect(sheetOf('how to').rows[1]![1]).toContain('as the ledger stood on 02/05/2024. 3 rows are prepared in the sheet deliveries');
  });

  it('prepares a row for each commitment and open period, below the example; a reference that is taken or too long is left to people', () => {
    const [from, to] = [new Date('2024-04-01T00:00:00Z'), new Date('2024-06-30T00:00:00Z')];
    const rows = sheetOf('deliveries').rows.map((row) => row.slice(0, 6));
    expect(rows[1]![0]).toBe('e.g. D001');
    expect(rows.slice(2)).toEqual([
      ['K1-2024-06', 'K1', null, from, to, null],
      [null, 'K2', null, from, to, null],
      [null, long, null, from, to, null],
    ]);
    expect(sheetOf('returns').rows.slice(2).map((row) => row.slice(0, 4))).toEqual([['C1', null, from, to]]);
  });

  it('offers the references that there are', () => {
    const offered = Object.fromEntries(sheetOf('deliveries').dataValidations!.map(({ range, formula1 }) => [range.replace(/\d.*/, ''), formula1]));
    expect(offered).toMatchObject({ B: "'known commitments'!$A$2:$A$4", C: "'known providers'!$A$2:$A$2" });
  });

  it('tells what is known in words and figures', () => {
    expect(sheetOf('known commitments').rows[1]).toEqual(['K1', 'C1', 'Home care', 'P1', 'Volunteering hours', 'hour', 'number', null, 'We will give our time.']);
    expect(sheetOf('known contracts').rows[1]).toEqual([
      ...['C1', 'Home care', 'Adult social care', 'P1', 'ann@fenmarch.example'],
      ...[new Date('2024-04-01T00:00:00Z'), new Date('2027-03-31T00:00:00Z'), 1_000_000, 'quarterly', 'running'],
    ]);
    expect(sheetOf('known providers').rows[1]).toEqual(['P1', 'Open Door', 'social enterprise', 'yes', 'Northgate']);
    expect(sheetOf('known measures').rows[1]).toEqual(['M1', 'Volunteering hours', 'Communities', 'hour', 'number', 10]);
  });
});
