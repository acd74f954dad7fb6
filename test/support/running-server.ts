import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../../', import.meta.url));

/** What a command of the command line came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The application as people start it, in a process and a data folder of its own. */
export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  /** Runs `svl` beside it. */
  svl(...args: readonly string[]): Promise<Ran>;
  /** Stops it as Ctrl-C does, and removes its data folder. */
  stop(): Promise<void>;
}

/** Starts the application; `env` may set a CLOCK or a SAMPLE (none, unless told). */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-server-'));
  const environment = { ...process.env, NODE_OPTIONS: '', PORT: '0', SAMPLE: 'none', DATA_DIR: dataDir, ...env };
  const child = spawn(process.execPath, [join(HOME, 'bin/start.mjs')], { cwd: HOME, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await readyAt(child);
  return {
    url,
    dataDir,
    svl: (...args) => svl(environment, args),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs `svl` with an environment. */
export function svl(environment: Readonly<Record<string, string | undefined>>, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: HOME, env: { ...environment } as NodeJS.ProcessEnv, maxBuffer: 200_000_000 };
    execFile(process.execPath, [join(HOME, 'bin/svl.mjs'), ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
    });
  });
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /Social Value Ledger is ready at (\S+)/.exec(out);
      if (ready) resolve(ready[1]!);
    });
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${err}`)));
  });
}
