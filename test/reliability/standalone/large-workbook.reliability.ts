import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { xlsxOf } from '../../support/spreadsheets/xlsx-of.js';
import { environmentOf, type Launched, launch, removeDataDir } from '../../support/running-server.js';
import { scenario, sized } from '../scenario.js';
import { largeWorkbook } from './large-workbook.js';

/*
 * A workbook of 100,000 rows goes in as a spreadsheet, on the command line and over HTTP: its progress is told, its memory is
 * bounded, and pages are served meanwhile.
 */
const CONTRACTS = sized({ small: 20, full: 1_000 });
/** Beside what a process holds by itself (the application, the file): 100,000 rows were seen to take some 4 kB each. */
const MOST_MEGABYTES = sized({ small: 350, full: 800 });
const SVL = fileURLToPath(new URL('../../../bin/svl.mjs', import.meta.url));

let folder: string;
let server: Launched | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'svl-large-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await server?.end('SIGINT');
  server = undefined;
  removeDataDir(folder);
  rmSync(folder, { recursive: true, force: true });
});

scenario('a large workbook goes in on the command line, with a bar, in bounded memory', async (run) => {
  const { rows, file } = written();
  const env = environmentOf({ DATA_DIR: join(folder, 'data') }) as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [SVL, 'import', file, '--create-authority', 'Large', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  let peak = 0;
  let ended = false;
  const code = new Promise<number | null>((resolve) => child.once('close', resolve)).finally(() => (ended = true));
  while (!ended) {
    peak = Math.max(peak, await peakOf(child.pid!));
    await pause(100);
  }
  expect({ code: await code, err: (await code) === 0 ? '' : said.err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(said.out)).toMatchObject({ status: 'accepted', problems: [], counts: { rows, added: rows } });
  // only Linux tells it
  if (process.platform === 'linux') expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThan(MOST_MEGABYTES);
  run.count('rows', rows);
  run.note('peak memory', `${peak.toFixed(0)} MB`);
});

scenario('pages are served while a large workbook goes in', async (run) => {
  const { rows, file } = written();
  server = launch(environmentOf({ DATA_DIR: join(folder, 'data') }));
  const url = await server.ready;
  const form = new FormData();
  form.append('createAuthority', 'Large');
  form.append('file', new Blob([new Uint8Array(await readFile(file))]), 'large.xlsx');
  let status = 0;
  const imported = fetch(`${url}/api/authorities/large/imports`, { method: 'POST', body: form, headers: { 'Idempotency-Key': 'large' } }).then(async (answered) => {
    status = answered.status;
    return (await answered.json()) as { id: string };
  });
  const took: number[] = [];
  let answer: { status?: string; state?: string } = {};
  while (answer.status === undefined) {
    const began = performance.now();
    const page = await fetch(`${url}/health/ready`);
    expect(page.status).toBe(200);
    await page.text();
    expect((await fetch(url, { headers: { Accept: 'text/html' } })).status).toBe(200);
    took.push(performance.now() - began);
    if (status === 0) continue;
    const { id } = await imported;
    answer = (await (await fetch(`${url}/api/authorities/large/imports/${id}`)).json()) as typeof answer;
    if (answer.state === 'failed') throw new Error(JSON.stringify(answer));
    await pause(50);
  }
  expect(answer).toMatchObject({ status: 'accepted', counts: { rows } });
  took.sort((a, b) => a - b);
  run.count('rows', rows);
  run.count('pages meanwhile', took.length);
  run.note('two pages', `median ${took[took.length >> 1]!.toFixed(0)} ms, slowest ${took.at(-1)!.toFixed(0)} ms`);
  run.note('peak memory of the server', `${(await peakOf(server.pid)).toFixed(0)} MB`);
});

function written(): { rows: number; file: string } {
  const { rows, stated } = largeWorkbook(CONTRACTS);
  const file = join(folder, 'large.xlsx');
  writeFileSync(file, xlsxOf(stated));
  return { rows, file };
}

/** What a process has held at most so far, in megabytes; 0 once it is gone. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
