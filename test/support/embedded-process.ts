import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What a Node that starts an embedded PostgreSQL came to. */
export type Outcome = { readonly ready: Addresses } | { readonly failure: string };

interface Addresses {
  readonly url: string;
  readonly migrationUrl: string;
}

/** A Node of its own that holds an embedded PostgreSQL. */
export interface StartedNode {
  readonly pid: number;
  /** The lines it had for the person at the keyboard. */
  readonly said: string[];
  outcome(): Promise<Outcome>;
  ready(): Promise<Addresses>;
  failure(): Promise<string>;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** However it stands: ends it and its PostgreSQL. */
  end(): Promise<void>;
}

/** Starts `embedded-child.ts` on a data folder, as ourselves or as another user. */
export function startNode(options: { readonly dataDir: string; readonly uid?: number; readonly gid?: number }): StartedNode {
  const { dataDir, ...user } = options;
  const child = spawn(
    process.execPath,
    ['--import', here('from-source.mjs'), here('embedded-child.ts')],
    { ...user, cwd: here('../..'), env: { ...process.env, DATA_DIR: dataDir, HOME: '/' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said: string[] = [];
  const outcome = new Promise<Outcome>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line) as { said?: string } & Outcome;
      if (told.said !== undefined) said.push(told.said);
      else if ('ready' in told || 'failure' in told) resolve(told);
    });
    void ended.then(() => reject(new Error(`It ended without a word (${child.exitCode ?? child.signalCode}): ${errors}`)));
  });
  outcome.catch(() => undefined);
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    child.kill(name);
    await ended;
  };
  return {
    pid: child.pid!,
    said,
    outcome: () => outcome,
    async ready() {
      const told = await outcome;
      if ('ready' in told) return told.ready;
      throw new Error(told.failure);
    },
    async failure() {
      const told = await outcome;
      if ('failure' in told) return told.failure;
      throw new Error('It started.');
    },
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
    async end() {
      await signal('SIGKILL');
      await killServer(dataDir);
    },
  };
}

async function killServer(dataDir: string): Promise<void> {
  const pointer = join(dataDir, 'postgres-is-elsewhere');
  const home = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : join(dataDir, 'postgres');
  const file = join(home, 'cluster', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 1) || pid === process.pid) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    return;
  }
  for (let waited = 0; waited < 10_000 && existsSync(file); waited += 20) await pause(20);
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
