import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sized } from '../reliability/scenario.js';
import { removeDataDir } from '../support/running-server.js';
import type { Results } from './harness/result.js';

const HOME = fileURLToPath(new URL('../../', import.meta.url));
/** Those that need no minutes; of the others tsc checks what they are made of, and `npm run benchmark` the rest. */
const CHEAP = sized<readonly string[]>({ small: ['known-at'], full: ['roll-up', 'known-at', 'any-combination', 'visible'] });

describe('the rows of the benchmark, at a tiny size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'svl-rows-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'out')];
  beforeAll(() => mkdirSync(data));
  afterAll(() => {
    for (const name of readdirSync(data)) if (!name.endsWith('.json')) removeDataDir(join(data, name));
    rmSync(folder, { recursive: true, force: true });
  });

  test('give a result that they have checked (bug: four could give none after the tables of the totals had changed)', async () => {
    const { code, said } = await benchmark(CHEAP, { BENCH_SIZE: '0.0001', BENCH_RUNS: '1', BENCH_WARM_UPS: '0', BENCH_DATA: data, BENCH_OUT: out });
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Results are in') as unknown });

    const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
    expect(Object.keys(results)).toEqual(CHEAP);
    for (const { cases } of Object.values(results)) {
      for (const { measured, aims, checked } of cases) {
        expect(checked.length).toBeGreaterThan(0);
        for (const { runs } of measured) expect(runs.length).toBeGreaterThan(0);
        for (const figure of [...measured.map(({ median }) => median), ...aims.map(({ got }) => got)]) expect(figure).toBeGreaterThan(0);
      }
    }
    // nothing compared with nothing would be right, too
    for (const checked of results['known-at']!.cases[0]!.checked) expect(checked).toMatch(/pence validated: [1-9]/);
  }, 180_000);
});

/** `npm run benchmark -- …`, in a process of its own. */
async function benchmark(rows: readonly string[], settings: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> {
  const args = ['--import', './test/support/from-source.mjs', 'test/benchmark/run.ts', ...rows];
  const child = spawn(process.execPath, args, { cwd: HOME, env: { ...process.env, NODE_OPTIONS: '', ...settings }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}
