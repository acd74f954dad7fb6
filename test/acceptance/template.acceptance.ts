import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readOds } from 'hucre/ods';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { type RunningServer, startServer, svl } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

describe('the empty workbook', () => {
  const home = mkdtempSync(join(tmpdir(), 'svl-template-'));
  const environment = { ...process.env, NODE_OPTIONS: '', DATA_DIR: join(home, 'data') };
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is written as a folder of CSVs, a header row each', async () => {
    // a process of its own, as people run it
    const ran = await svl(environment, ['template', join(home, 'workbook'), '--authority', 'northfold', '--json']);
    expect(ran.code).toBe(0);
    expect(readdirSync(join(home, 'workbook'))).toHaveLength(13);
    expect(readFileSync(join(home, 'workbook', 'about.csv'), 'utf8')).toContain('authority,northfold');
    expect(readFileSync(join(home, 'workbook', 'targets.csv'), 'utf8').trim()).toBe('commitment,from,to,quantity');
  });

  it.each(['xlsx', 'ods'])('is written as a spreadsheet that says how it is filled in: .%s', async (form) => {
    const out = join(home, `workbook.${form}`);
    const ran = await svlInProcess(environment, ['template', out, '--authority', 'northfold', '--json']);
    expect({ code: ran.code, said: ran.stderr }).toEqual({ code: 0, said: '' });
    const { sheets } = await (form === 'ods' ? readOds : readXlsx)(readFileSync(out));
    expect(sheets.map(({ name }) => name)).toEqual((JSON.parse(ran.stdout) as { sheets: string[] }).sheets);
    expect(sheets.map(({ name }) => name).slice(0, 3)).toEqual(['how to', 'about', 'providers']);
  });

  it('overwrites nothing, and names the forms that there are', async () => {
    for (const there of ['workbook', 'workbook.xlsx', 'workbook.ods']) expect((await svlInProcess(environment, ['template', join(home, there)])).code).toBe(2);
    for (const other of ['workbook.xls', 'workbook.pdf', 'workbook.numbers']) {
      const { code, stderr } = await svlInProcess(environment, ['template', join(home, other)]);
      expect({ code, said: stderr }).toMatchObject({ code: 2, said: expect.stringContaining('must be a file that ends in .xlsx or .ods, or a folder') as string });
    }
  });
});

interface Imported {
  readonly status: string;
  readonly counts: { readonly rows: number; readonly added: number; readonly refused: number };
  readonly problems: readonly unknown[];
  readonly warnings: readonly { readonly sheet: string; readonly rule: string; readonly cells: readonly string[] }[];
}

type Typed = string | number | boolean | Date;

describe('a workbook that people fill in', () => {
  const home = mkdtempSync(join(tmpdir(), 'svl-filling-in-'));
  let server: RunningServer;
  beforeAll(async () => (server = await startServer({ CLOCK: '2026-05-02T09:00:00Z' })), 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const file = (name: string) => join(home, name);
  const template = async (name: string, ...options: string[]) => {
    const ran = await server.svl('template', file(name), ...options);
    expect({ code: ran.code, said: ran.stderr }).toEqual({ code: 0, said: '' });
  };
  const imported = async (name: string, ...options: string[]): Promise<Imported> => JSON.parse((await server.svl('import', file(name), '--json', ...options)).stdout) as Imported;

  /** Types cells into a spreadsheet, as a person does who leaves everything else as it is: `deliveries!F3`. */
  async function type(name: string, cells: Readonly<Record<string, Typed>>): Promise<void> {
    const workbook = await openXlsx(readFileSync(file(name)));
    for (const [place, value] of Object.entries(cells)) {
      const [, sheet, column, row] = /^(.+)!([A-Z])(\d+)$/.exec(place)!;
      const rows = workbook.sheets.find((one) => one.name === sheet)!.rows;
      while (rows.length < Number(row)) rows.push([]);
      rows[Number(row) - 1]![column!.charCodeAt(0) - 65] = value;
    }
    writeFileSync(file(name), await saveXlsx(workbook));
  }

  it.each(['xlsx', 'ods'])('sent back as it is, says nothing: .%s', async (form) => {
    await template(`empty.${form}`, '--authority', 'northfold');
    expect(await imported(`empty.${form}`, '--create-authority', 'Northfold', '--check')).toMatchObject({ status: 'unchanged', problems: [], warnings: [], counts: { rows: 0 } });
  });

  it('goes in as it was typed', async () => {
    await template('first.xlsx', '--authority', 'northfold');
    await type('first.xlsx', {
      ...{ 'providers!A3': 'P1', 'providers!B3': 'Open Door', 'providers!C3': 'social enterprise', 'providers!D3': 'Yes', 'providers!F3': '01234567' },
      ...{ 'contracts!A3': 'C1', 'contracts!B3': 'Befriending', 'contracts!C3': 'Public health', 'contracts!D3': 'P1', 'contracts!E3': 'ann@northfold.example' },
      ...{ 'contracts!F3': new Date('2025-04-01T00:00:00Z'), 'contracts!G3': '31 March 2028', 'contracts!H3': '£240,000', 'contracts!I3': 'Quarterly' },
      ...{ 'measures!A3': 'M1', 'measures!B3': 'Volunteer hours', 'measures!C3': 'Communities', 'measures!D3': 'Neighbours', 'measures!E3': 'hour', 'measures!F3': 'number' },
      ...{ 'measures!G3': 'sum', 'measures!H3': 'estimate', 'measures!I3': 14.6, 'measures!K3': '12.5%' },
      ...{ 'commitments!A3': 'K1', 'commitments!B3': 'C1', 'commitments!C3': 'M1', 'commitments!E3': 'contract', 'commitments!F3': 'Four hundred hours a year.' },
      ...{ 'targets!A3': 'K1', 'targets!B3': '01/04/2025', 'targets!C3': new Date('2026-03-31T00:00:00Z'), 'targets!D3': 400 },
    });
    expect(await imported('first.xlsx', '--create-authority', 'Northfold')).toMatchObject({ status: 'accepted', problems: [], warnings: [], counts: { rows: 5, added: 5 } });
  }, 60_000);

  it('comes back ready for deliveries; what is left empty is passed over, and what is filled in goes in', async () => {
    await template('deliveries.xlsx', '--authority', 'northfold', '--filled');
    const { sheets } = await readXlsx(readFileSync(file('deliveries.xlsx')));
    const prepared = sheets.find(({ name }) => name === 'deliveries')!.rows.slice(2);
    expect(prepared.map(([reference, commitment]) => [reference, commitment])).toEqual(['06', '09', '12'].map((month) => [`K1-2025-${month}`, 'K1']).concat([['K1-2026-03', 'K1']]));
    await type('deliveries.xlsx', { 'deliveries!F4': 96, 'deliveries!O4': new Date('2025-10-10T00:00:00Z'), 'deliveries!P4': 'rosa@opendoor.example' });
    const answer = await imported('deliveries.xlsx');
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { rows: 1, added: 1, refused: 0 } });
    expect(answer.warnings.map(({ sheet, rule, cells }) => [sheet, rule, cells])).toEqual([
      ['deliveries', 'was prepared, left empty and passed over', ['3:3', '5:5', '6:6']],
      ['returns', 'was prepared, left empty and passed over', ['3:3', '4:4', '5:5', '6:6', '7:7']],
    ]);
  }, 60_000);

  it('comes as a folder of CSVs too, and goes in from there', async () => {
    await template('deliveries', '--authority', 'northfold', '--filled');
    expect(readdirSync(file('deliveries')).sort()).toEqual(['about', 'deliveries', 'known_commitments', 'known_contracts', 'known_measures', 'known_providers', 'returns'].map((name) => `${name}.csv`));
    const path = join(file('deliveries'), 'deliveries.csv');
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines.slice(1, -1)).toEqual(['06', '12'].map((month) => expect.stringMatching(new RegExp(`^K1-2025-${month},K1,,2025-`)) as string).concat([expect.stringMatching(/^K1-2026-03,K1,,2026-01-01,2026-03-31,/) as string]));
    const [first] = parse(lines[1]!) as [string[]];
    first[5] = '104';
    first[14] = '10/07/2025';
    first[15] = 'rosa@opendoor.example';
    writeFileSync(path, [lines[0], stringify([first]).trimEnd(), ...lines.slice(2)].join('\r\n'));
    const answer = await imported('deliveries');
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { rows: 1, added: 1, refused: 0 } });
    expect(answer.warnings.map(({ rule }) => rule)).toEqual(Array.from({ length: 2 }, () => 'was prepared, left empty and passed over'));
  }, 60_000);

  it('is handed out over HTTP too, without what was reported meanwhile', async () => {
    const answered = await fetch(`${server.url}/api/authorities/northfold/template?format=ods&filled=true`);
    expect(answered.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.spreadsheet');
    expect(answered.headers.get('content-disposition')).toBe('attachment; filename=northfold-deliveries.ods');
    const { sheets } = await readOds(new Uint8Array(await answered.arrayBuffer()));
    const references = sheets.find(({ name }) => name === 'deliveries')!.rows.slice(2).map(([reference]) => reference).filter(Boolean);
    expect(references).toEqual(['K1-2025-12', 'K1-2026-03']);
    const zipped = await fetch(`${server.url}/api/authorities/northfold/template?format=csv&filled=true`);
    expect(zipped.headers.get('content-disposition')).toBe('attachment; filename=northfold-deliveries.zip');
    writeFileSync(file('handed-out.zip'), new Uint8Array(await zipped.arrayBuffer()));
    expect(await imported('handed-out.zip', '--check')).toMatchObject({ status: 'unchanged', problems: [], counts: { rows: 0 } });
    expect((await fetch(`${server.url}/api/authorities/nowhere/template`)).status).toBe(404);
  });
});
