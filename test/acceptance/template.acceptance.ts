import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('overwrites nothing, and says that spreadsheets are not written yet', async () => {
    expect((await svl(environment, ['template', join(home, 'workbook')])).code).toBe(2);
    const spreadsheet = await svl(environment, ['template', join(home, 'workbook.xlsx')]);
    expect({ code: spreadsheet.code, said: spreadsheet.stderr }).toMatchObject({ code: 2, said: expect.stringContaining('spreadsheets are not written yet') as string });
  });
});
