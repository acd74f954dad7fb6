import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svl } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

describe('svl generate', () => {
  const home = mkdtempSync(join(tmpdir(), 'svl-generate-'));
  // so that root's PostgreSQL is in it, and goes with it
  beforeAll(() => chmodSync(home, 0o755));
  const environment = { ...process.env, NODE_OPTIONS: '', DATA_DIR: join(home, 'data'), SAMPLE: 'none' };
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const asked = ['--seed', '7', '--contracts', '12', '--events', '700'];

  it('fills an empty ledger, whose totals are asked at once and whose record is intact; a second time it refuses', async () => {
    const ran = await svl(environment, ['generate', ...asked, '--json']);
    if (ran.code !== 0) throw new Error(ran.stderr);
    expect(JSON.parse(ran.stdout)).toMatchObject({ authority: 'generated-7', contracts: 12, imports: 12, seed: 7 });
    const totals = await svlInProcess(environment, ['totals', '--by', 'year', '--known-at', '2024-07-31', '--json']);
    expect(JSON.parse(totals.stdout)).toMatchObject({ authority: 'generated-7', recordedAt: '2024-07-31T15:45:00.000Z' });
    expect((await svlInProcess(environment, ['verify', '--json'])).code).toBe(0);
    const again = await svlInProcess(environment, ['generate', ...asked]);
    expect({ code: again.code, said: again.stderr }).toMatchObject({ code: 4, said: expect.stringContaining('must be an authority without an entry') as string });
  }, 180_000);

  it('writes workbooks without a database, and says how they are imported', async () => {
    const folder = join(home, 'workbooks');
    const apart = { ...environment, DATA_DIR: join(home, 'none') };
    const ran = await svlInProcess(apart, ['generate', ...asked, '--out', folder, '--authority', 'north-fen', '--name', 'North Fen']);
    expect(ran.stdout).toContain(`svl import ${folder}/01-2023-07-31-001 --create-authority "North Fen"`);
    expect(readFileSync(join(folder, '01-2023-07-31-001', 'about.csv'), 'utf8')).toContain('authority,north-fen');
    expect(existsSync(join(home, 'none'))).toBe(false);
  });

  it('writes one spreadsheet of it as it stands, which can be imported', async () => {
    const file = join(home, 'all.xlsx');
    const ran = await svlInProcess(environment, ['generate', ...asked, '--out', file, '--authority', 'north-fen', '--name', 'North Fen']);
    expect(ran.stdout).toContain(`svl import ${file} --create-authority "North Fen"`);
    const [, entries] = /([\d,]+) entries once it is imported/.exec(ran.stdout)!;
    const imported = await svlInProcess(environment, ['import', file, '--create-authority', 'North Fen', '--json']);
    expect(JSON.parse(imported.stdout)).toMatchObject({ status: 'accepted', problems: [], position: Number(entries!.replace(',', '')) });
    const again = await svlInProcess(environment, ['generate', ...asked, '--out', file]);
    expect({ code: again.code, said: again.stderr }).toMatchObject({ code: 2, said: expect.stringContaining('must not be there yet') as string });
  }, 120_000);

  it('says what is wrong with what is asked', async () => {
    for (const [over, said] of [
      [['--events', '100'], 'must be at least 324 for 12 contracts'],
      [['--out', join(home, 'all.xls')], 'must be a file that ends in .xlsx or .ods, or a folder'],
      [['--seed', 'seven'], '--seed: must be a whole number in digits'],
      [['--authority', 'North Fen'], 'must be 2 to 40 lower-case letters'],
    ] as const) {
      const ran = await svlInProcess(environment, ['generate', ...asked, ...over]);
      expect({ code: ran.code, said: ran.stderr }).toMatchObject({ code: 2, said: expect.stringContaining(said) as string });
    }
  }, 60_000);
});
