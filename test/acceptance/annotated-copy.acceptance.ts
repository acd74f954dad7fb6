import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportAnswer, openWorkbook } from '#areas/workbook/index.js';
import { type RunningServer, startServer } from '../support/running-server.js';
import { filesOf, smallWorkbook, withRow } from '../support/workbook.js';

let server: RunningServer;
let place: string;
beforeAll(async () => {
  server = await startServer();
  place = mkdtempSync(join(tmpdir(), 'svl-annotated-'));
  mkdirSync(join(place, 'sent'));
  for (const { fileName, bytes } of filesOf(withRow(smallWorkbook, 'contracts', 1, { ends_on: '31/03/28' }))) writeFileSync(join(place, 'sent', fileName), bytes);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(place, { recursive: true, force: true });
});

const send = (...more: readonly string[]) => server.svl('import', join(place, 'sent'), '--create-authority', 'Fenmarch', '--json', ...more);

describe('svl import --annotated', () => {
  it.each(['copy.xlsx', 'copy.ods', 'copy'])('writes %s beside the answer', async (name) => {
    const out = join(place, name);
    const ran = await send('--check', '--annotated', out);
    expect(ran.code).toBe(1);
    expect((JSON.parse(ran.stdout) as ImportAnswer).problems).toEqual([expect.objectContaining({ sheet: 'contracts', cells: ['G3'], value: '31/03/28' })]);
    expect(ran.stderr).toContain(`The annotated copy is ${out}.`);
    const sheets = (await (await openWorkbook(out)).sheets()).map(({ name: sheet }) => sheet);
    expect(sheets).toEqual(expect.arrayContaining(['about', 'problems', 'contracts', 'deliveries']));
    if (name === 'copy') expect(readdirSync(out)).toContain('problems.csv');
  });

  it('says in words for which rows a contract is held back, as the page does', async () => {
    const { stdout } = await server.svl('import', join(place, 'sent'), '--create-authority', 'Fenmarch', '--check');
    expect(stdout).toMatch(/^ {2}contracts C02: \d+ rows, because of contracts row 3$/m);
  });

  it('overwrites nothing, and says so before anything is imported', async () => {
    const there = join(place, 'there.xlsx');
    writeFileSync(there, 'mine');
    const ran = await send('--annotated', there);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('must not be there yet');
    expect((await server.svl('totals', '--authority', 'fenmarch', '--by', 'year', '--json')).code).not.toBe(0);
  });

  it('writes none where there is nothing to say', async () => {
    writeFileSync(join(place, 'sent', 'contracts.csv'), filesOf(smallWorkbook).find(({ fileName }) => fileName === 'contracts.csv')!.bytes);
    const ran = await send('--annotated', join(place, 'none.ods'));
    expect({ code: ran.code, status: (JSON.parse(ran.stdout) as ImportAnswer).status }).toEqual({ code: 0, status: 'accepted' });
    expect(ran.stderr).toContain('no annotated copy was written');
    expect(existsSync(join(place, 'none.ods'))).toBe(false);
  });
});
