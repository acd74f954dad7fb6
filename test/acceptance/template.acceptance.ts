import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { svl } from '../support/running-server.js';

describe('the empty workbook', () => {
  const home = mkdtempSync(join(tmpdir(), 'svl-template-'));
  const environment = { ...process.env, NODE_OPTIONS: '', DATA_DIR: join(home, 'data') };
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is written as a folder of CSVs, a header row each', async () => {
    const ran = await svl(environment, ['template', join(home, 'workbook'), '--authority', 'northfold', '--json']);
    expect(ran.code).toBe(0);
    expect(readdirSync(join(home, 'workbook'))).toHaveLength(13);
    expect(readFileSync(join(home, 'workbook', 'about.csv'), 'utf8')).toContain('authority,northfold');
    expect(readFileSync(join(home, 'workbook', 'targets.csv'), 'utf8').trim()).toBe('commitment,from,to,quantity');
  });

  it.each(['xlsx', 'ods'])('is written as a spreadsheet that says how it is filled in: .%s', async (form) => {
    const out = join(home, `workbook.${form}`);
    const ran = await svl(environment, ['template', out, '--authority', 'northfold', '--json']);
    expect({ code: ran.code, said: ran.stderr }).toEqual({ code: 0, said: '' });
    const { sheets } = await (form === 'ods' ? readOds : readXlsx)(readFileSync(out));
    expect(sheets.map(({ name }) => name)).toEqual((JSON.parse(ran.stdout) as { sheets: string[] }).sheets);
    expect(sheets.map(({ name }) => name).slice(0, 3)).toEqual(['how to', 'about', 'providers']);
  });

  it('overwrites nothing, and names the forms that there are', async () => {
    for (const there of ['workbook', 'workbook.xlsx', 'workbook.ods']) expect((await svl(environment, ['template', join(home, there)])).code).toBe(2);
    const other = await svl(environment, ['template', join(home, 'workbook.xls')]);
    expect({ code: other.code, said: other.stderr }).toMatchObject({ code: 2, said: expect.stringContaining('must be a file that ends in .xlsx or .ods, or a folder') as string });
  });
});
