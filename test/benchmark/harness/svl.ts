import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf } from '../../support/running-server.js';

const HOME = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command of the command line came to. */
export interface SvlRun<Answer> {
  readonly answer: Answer;
  /** From its start to its answer, with the start of Node and of the database. */
  readonly seconds: number;
  /** What its process held at most (VmHWM), with its threads; PostgreSQL's processes have their own. */
  readonly peakMegabytes: number;
}

/**
 * Runs `svl … --json` on a data folder, as built, in a process of its own. With BENCH_CPU_PROF naming a folder it writes
 * its CPU profile there.
 */
export async function measuredSvl<Answer>(dataDir: string, args: readonly string[]): Promise<SvlRun<Answer>> {
  const folder = mkdtempSync(join(tmpdir(), 'svl-benchmark-peak-'));
  const peakFile = join(folder, 'peak');
  const profile = process.env['BENCH_CPU_PROF'];
  const flags = ['--import', join(HOME, 'test/benchmark/harness/peak-memory.mjs'), ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])];
  try {
    const env = { ...environmentOf({ DATA_DIR: dataDir }), BENCH_PEAK_FILE: peakFile } as NodeJS.ProcessEnv;
    const began = performance.now();
    const child = spawn(process.execPath, [...flags, join(HOME, 'bin/svl.mjs'), ...args, '--json'], { cwd: HOME, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    let answeredAt = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      answeredAt = performance.now();
    });
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`svl ${args.join(' ')} ended with ${code}: ${said.err}`);
    return { answer: JSON.parse(said.out) as Answer, seconds: (answeredAt - began) / 1_000, peakMegabytes: Number(readFileSync(peakFile, 'utf8')) / 1_024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds what `svl` and `npm start` run, if it is not built as the sources are. */
export async function built(): Promise<void> {
  const { ensureBuilt } = (await import(new URL('../../../infra/build/ensure-built.mjs', import.meta.url).href)) as { ensureBuilt(): Promise<void> };
  await ensureBuilt();
}
