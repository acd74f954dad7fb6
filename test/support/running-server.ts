import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../../', import.meta.url));

/** What a command of the command line, or the server, came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The application as people start it, in a process and a data folder of its own. */
export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  /** Runs `svl` beside it, in this process. */
  svl(...args: readonly string[]): Promise<Ran>;
  /** Stops it as Ctrl-C does, and removes its data folder. */
  stop(): Promise<void>;
}

/** Starts the application; `env` may set a CLOCK or a SAMPLE (none, unless told). */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-server-'));
  // root's PostgreSQL can enter it, so the database lies here and not under /var/lib
  chmodSync(dataDir, 0o755);
  const environment = environmentOf({ DATA_DIR: dataDir, ...env });
  const started = launch(environment);
  const url = await started.ready;
  return {
    url,
    dataDir,
    svl: async (...args) => (await import('./svl-in-process.js')).svlInProcess(environment, args),
    stop: async () => {
      await started.end('SIGINT');
      removeDataDir(dataDir);
    },
  };
}

/** The environment of a process: no sample, any free port, unless told. */
export function environmentOf(env: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  return { ...process.env, NODE_OPTIONS: '', PORT: '0', SAMPLE: 'none', ...env };
}

/** The server's process, however it fares. */
export interface Launched {
  readonly pid: number;
  /** Its address, once it is ready; rejects when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ran>;
  /** Resolves once it has said so on standard error; rejects when it ends before. */
  told(what: RegExp): Promise<void>;
  /** Closes the terminal that it speaks to. */
  closeTerminal(): Promise<void>;
  /** Sends it a signal, and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<Ran>;
}

/** Starts the server as `npm start` does; as another user, where `uid` is given. */
export function launch(environment: Readonly<Record<string, string | undefined>>, uid?: number): Launched {
  const options = { cwd: HOME, env: { ...environment } as NodeJS.ProcessEnv, ...(uid === undefined ? {} : { uid, gid: uid }) };
  const child = spawn(process.execPath, [join(HOME, 'bin/start.mjs')], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<Ran>((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, ...said })));
  const ready = readyAt(child, ended);
  ready.catch(() => undefined);
  return {
    pid: child.pid!,
    ready,
    ended,
    told: (what) => toldBy(child, ended, () => what.test(said.stderr)),
    closeTerminal: async () => {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.stdout.destroy();
      child.stderr.destroy();
      child.kill('SIGHUP');
      await gone;
    },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs `svl` with an environment, in a process of its own. */
export function svl(environment: Readonly<Record<string, string | undefined>>, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: HOME, env: { ...environment } as NodeJS.ProcessEnv, maxBuffer: 200_000_000 };
    execFile(process.execPath, [join(HOME, 'bin/svl.mjs'), ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
    });
  });
}

/** Removes a data folder, and the database that stands elsewhere for it. */
export function removeDataDir(dataDir: string): void {
  try {
    rmSync(readFileSync(join(dataDir, 'postgres-is-elsewhere'), 'utf8').trim(), { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  rmSync(dataDir, { recursive: true, force: true });
}

function toldBy(child: ChildProcess, ended: Promise<Ran>, told: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => void (told() && resolve());
    look();
    child.stderr!.on('data', look);
    void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code} before it said so:\n${stderr}`)));
  });
}

function readyAt(child: ChildProcess, ended: Promise<Ran>): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /Social Value Ledger is ready at (\S+)\n/.exec(out);
      if (ready) resolve(ready[1]!);
    });
    void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code} before it was ready:\n${stderr}`)));
  });
}
