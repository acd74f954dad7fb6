import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openWorkbook } from '#areas/workbook/index.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { checkFenmarch, FENMARCH_ROWS } from '../support/golden/fenmarch-check.js';
import { checkFenmarchInMemory } from '../support/golden/fenmarch-in-memory.js';
import { fenmarchOverHttp } from '../support/golden/fenmarch-over-http.js';
import { reconcileServer } from '../support/reconcile.js';
import { type RunningServer, startServer } from '../support/running-server.js';
import { byHucre } from '../support/spreadsheets/by-hucre.js';
import { odsOf } from '../support/spreadsheets/ods-of.js';
import { typedSpreadsheet } from '../support/spreadsheets/typed-spreadsheet.js';
import { xlsxOf } from '../support/spreadsheets/xlsx-of.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'svl-golden-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The four imports as spreadsheets, made of their CSVs with days, numbers and percentages as such. */
async function made(ending: 'xlsx' | 'ods', write: (stated: ReturnType<typeof typedSpreadsheet>) => Buffer | Promise<Buffer>): Promise<string[]> {
  const paths: string[] = [];
  for (const csvs of fenmarchImports) {
    const path = join(folder, `${basename(csvs)}.${ending}`);
    writeFileSync(path, await write(typedSpreadsheet(csvs)));
    paths.push(path);
  }
  return paths;
}

/** The same, opened in LibreOffice and saved by it once; its README says how. */
const savedByLibreOffice = (ending: 'xlsx' | 'ods'): Promise<string[]> =>
  Promise.resolve(fenmarchImports.map((csvs) => join(csvs, '..', 'saved-by-libreoffice', `${basename(csvs)}.${ending}`)));

describe('the golden authority as spreadsheets', () => {
  it.each<[string, () => Promise<string[]>]>([
    ['XLSX written by hand', () => made('xlsx', xlsxOf)],
    ['ODS written by hand', () => made('ods', odsOf)],
    ['XLSX written by hucre', () => made('xlsx', (stated) => byHucre('xlsx', stated))],
    ['ODS written by hucre', () => made('ods', (stated) => byHucre('ods', stated))],
    ['XLSX saved by LibreOffice', () => savedByLibreOffice('xlsx')],
    ['ODS saved by LibreOffice', () => savedByLibreOffice('ods')],
  ])('gives the figures of the folder: %s', async (_kind, files) => {
    const workbooks = await Promise.all((await files()).map((path) => openWorkbook(path)));
    expect(await checkFenmarchInMemory(workbooks)).toEqual({ rows: FENMARCH_ROWS });
  }, 60_000);
});

describe('the golden authority as spreadsheets, on a server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, 60_000);
  afterAll(() => server.stop());

  const upload = async (key: string, ...files: [name: string, bytes: Buffer | string][]) => {
    const form = new FormData();
    for (const [name, bytes] of files) form.append('file', new Blob([Buffer.from(bytes)]), name);
    const answered = await fetch(`${server.url}/api/authorities/${FENMARCH}/imports`, { method: 'POST', headers: { 'Idempotency-Key': key }, body: form });
    return { status: answered.status, result: (await answered.json()) as { status: string; position: number } };
  };

  it('goes in by command line and by upload, and answers every expected figure', async () => {
    const [first = '', ...others] = await savedByLibreOffice('xlsx');
    const ran = await server.svl('import', first, '--create-authority', 'Fenmarch', '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: 'accepted', problems: [] });
    const positions = [(JSON.parse(ran.stdout) as { position: number }).position];
    for (const path of others.map((xlsx) => xlsx.replace(/xlsx$/, 'ods'))) {
      const { status, result } = await upload(basename(path), [basename(path), readFileSync(path)]);
      expect({ status, result }).toMatchObject({ status: 201, result: { status: 'accepted', problems: [] } });
      positions.push(result.position);
    }
    const atLeast = await fetch(`${server.url}/api/authorities/${FENMARCH}/totals?atLeast=${positions.at(-1)}`);
    expect(atLeast.status).toBe(200);
    expect(await checkFenmarch(fenmarchOverHttp(server), positions)).toEqual({ rows: FENMARCH_ROWS });
    expect(await reconcileServer(server)).toEqual([expect.objectContaining({ authority: FENMARCH })]);
  }, 120_000);

  it('is the same workbook whatever holds it: the folder changes nothing after the spreadsheet', async () => {
    const again = await server.svl('import', fenmarchImports[0]!, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'unchanged', counts: { rows: 155, unchanged: 155 } });
  }, 60_000);

  it('takes its measures from a workbook', async () => {
    const [first = ''] = await savedByLibreOffice('ods');
    const ran = await server.svl('measures', 'import', first, '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ defined: 0, changed: 0, unchanged: 10 });
  }, 60_000);

  it('refuses an upload that is no workbook, at once and in words', async () => {
    expect(await upload('a-pdf', ['workbook.xlsx', '%PDF-1.7\n'])).toEqual({
      status: 422,
      result: expect.objectContaining({ errors: [{ field: 'file', value: 'workbook.xlsx', rule: 'must be a workbook; this is a PDF', fix: expect.stringMatching(/^Send the workbook itself/) as string }] }) as object,
    });
    const ran = await server.svl('import', join(fenmarchImports[0]!, 'about.csv'));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('this is one sheet as plain text') as string });
  }, 60_000);
});
