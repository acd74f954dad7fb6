import { stringify } from 'csv-stringify/sync';
import { MemoryDirectory } from '#areas/directory/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { SettableClock } from '#domain/kernel/clock.js';
import { MemoryEvidenceFiles } from '#engine/files/memory-evidence-files.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { MemoryImportedRows } from '#areas/workbook/imported-rows/memory-imported-rows.js';
import { csvParts } from '#areas/workbook/reader/csv/csv-parts.js';
import type { UploadedPart } from '#areas/workbook/reader/files/named-files.js';
import { about } from '#areas/workbook/sheets/about.js';
import { template } from '#areas/workbook/sheets/template.js';
import type { ImportAnswer } from '#areas/workbook/import-workbook/import-answer.js';
import type { ImportRequest } from '#areas/workbook/import-workbook/import-request.js';
import { importWorkbook } from '#areas/workbook/import-workbook/import-workbook.js';

/** A row as a test states it: columns that it leaves out are blank. */
export type StatedRow = Readonly<Record<string, string>>;
export type StatedWorkbook = { readonly [Sheet in 'about' | keyof typeof template]?: readonly StatedRow[] };

export const aboutFenmarch: readonly StatedRow[] = [
  { key: 'template', value: 'social-value-ledger' },
  { key: 'version', value: '1' },
  { key: 'authority', value: 'fenmarch' },
];

/** A workbook in which everything is in order: two contracts, of which the first is a consortium's. */
export const smallWorkbook = {
  about: aboutFenmarch,
  providers: [
    { reference: 'P01', name: 'Brightwell', type: 'large business', local: 'no', place: 'Eastmoor' },
    { reference: 'P02', name: 'Harbour Care', type: 'social enterprise', local: 'yes' },
  ],
  contracts: [
    { reference: 'C01', title: 'Schools', directorate: 'Children', provider: 'P01', manager: 'manager@x.example', starts_on: '2024-04-01', ends_on: '2027-03-31', value_gbp: '£12,000,000', reporting: 'quarterly', due_working_days: '20' },
    { reference: 'C02', title: 'Home care', directorate: 'Adults', provider: 'P02', manager: 'manager@x.example', starts_on: '01/04/2024', ends_on: '31 March 2028', value_gbp: '3400000', reporting: 'annual' },
  ],
  members: [
    { contract: 'C01', provider: 'P01', share_percent: '60' },
    { contract: 'C01', provider: 'P02', share_percent: '40' },
  ],
  measures: [
    { reference: 'M01', name: 'Jobs', theme: 'Jobs', outcome: 'Work', unit: 'full-time year', kind: 'FTE', combine: 'sum', money: 'estimate', unit_value_gbp: '21345.6789', deadweight_percent: '62', displacement_percent: '0', leakage_percent: '10', caused_by_others_percent: '0' },
    { reference: 'M02', name: 'Spend', theme: 'Growth', outcome: 'Local economy', unit: 'pound', kind: 'money', combine: 'sum', money: 'cash', unit_value_gbp: '1' },
    { reference: 'M03', name: 'Volunteering', theme: 'Communities', outcome: 'Charities', unit: 'hour', kind: 'hours x people', combine: 'sum', money: 'estimate', unit_value_gbp: '16.9325' },
  ],
  commitments: [
    { reference: 'K01', contract: 'C01', measure: 'M01', provider: 'P01', basis: 'contract', bid_sentence: 'We will create 12 jobs.', evidence_required: 'payroll' },
    { reference: 'K02', contract: 'C02', measure: 'M02', basis: 'contract', bid_sentence: 'A million pounds a year.' },
    { reference: 'K03', contract: 'C02', measure: 'M03', basis: 'beyond contract' },
  ],
  targets: [
    { commitment: 'K01', from: '2024-04-01', to: '2025-03-31', quantity: '12' },
    { commitment: 'K02', from: '2024-04-01', to: '2025-03-31', quantity: '£1,000,000' },
  ],
  break_clauses: [{ reference: 'B1', contract: 'C01', condition: 'shortfall', below_percent: '60', consecutive_periods: '2', time_to_put_right_working_days: '30', remediable: 'yes', summary: 'Under 60% for two periods' }],
  opening_balances: [{ commitment: 'K01', provider: 'P01', from: '2023-04-01', to: '2024-03-31', quantity: '2', attested_by: 'lead@x.example' }],
  deliveries: [
    { reference: 'D001', commitment: 'K01', from: '2024-04-01', to: '2024-06-30', quantity: '3', evidence: 'payroll: starters.pdf', reported_on: '2024-07-05', reported_by: 'returns@x.example' },
    { reference: 'D002', commitment: 'K02', from: '2024-04-01', to: '2025-03-31', quantity: '£1,100,000.55', reported_on: '2025-04-05', reported_by: 'returns@x.example' },
    { reference: 'D003', commitment: 'K03', from: '2024-06-14', to: '2024-06-14', hours: '2', people: '40', item: 'yes', reported_on: '2024-06-14', reported_by: 'returns@x.example' },
  ],
  reviews: [
    { delivery: 'D001', decision: 'validated', method: 'document', reviewed_on: '2024-07-22', reviewed_by: 'manager@x.example' },
    { delivery: 'D002', decision: 'part validated', quantity: '1000000', method: 'document', reviewed_on: '2025-04-22', reviewed_by: 'manager@x.example', reason: 'One supplier is outside the county' },
  ],
  returns: [{ contract: 'C01', provider: 'P01', from: '2024-04-01', to: '2024-06-30', nil: 'no', submitted_on: '2024-07-05', submitted_by: 'returns@x.example' }],
  closed_years: [{ year: '2023/24' }],
} as const satisfies StatedWorkbook;

const columnsOf = (sheet: string): readonly string[] => Object.keys(sheet === 'about' ? about.columns : template[sheet as keyof typeof template].columns);

/** A workbook as the files of an upload, every sheet with all the columns of the template. */
export function filesOf(workbook: StatedWorkbook): UploadedPart[] {
  return Object.entries(workbook).map(([sheet, rows]) => {
    const columns = [...new Set([...columnsOf(sheet), ...rows.flatMap((row) => Object.keys(row))])];
    return { fileName: `${sheet}.csv`, bytes: Buffer.from(stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])) };
  });
}

/** The workbook with a row of a sheet in place of the one at an index, or added where there is none. */
export function withRow(workbook: StatedWorkbook, sheet: keyof StatedWorkbook, index: number, over: StatedRow): StatedWorkbook {
  const rows = [...(workbook[sheet] ?? [])];
  rows[index] = { ...rows[index], ...over };
  return { ...workbook, [sheet]: rows };
}

/** An authority's ledger in memory, with all that an import needs, and a clock that stands. */
export function emptyGround(today = '2026-06-30') {
  const clock = new SettableClock(`${today}T12:00:00.000Z`);
  const ledger = new MemoryLedger({ catalogue: eventCatalogue, clock });
  const ports = { ledger, clock, directory: new MemoryDirectory(), importedRows: new MemoryImportedRows(), evidenceFiles: new MemoryEvidenceFiles() };
  let imports = 0;
  const importFiles = (parts: readonly UploadedPart[], over: Partial<ImportRequest> = {}): Promise<ImportAnswer> =>
    importWorkbook(ports, {
      reader: csvParts('upload', parts),
      commandId: `import-${++imports}`,
      actingAs: 'local operator',
      createAuthority: 'Fenmarch',
      ...over,
    });
  return {
    ...ports,
    importFiles,
    import: (workbook: StatedWorkbook, over: Partial<ImportRequest> = {}) => importFiles(filesOf(workbook), over),
    /** The types of the ledger's events after a position, in order. */
    types: async (after = 0) => (await ledger.read('fenmarch', after, 100_000)).map(({ type }) => type),
    events: (after = 0) => ledger.read('fenmarch', after, 100_000),
  };
}
