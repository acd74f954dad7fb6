import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { StartFailure } from '../start-failure.js';
import { executable, type PostgresBinaries } from './binaries.js';
import { clusterIn, serverEnvironment } from './cluster.js';
import { give } from './home.js';
import { endOrphans, serverLeftIn } from './left-behind.js';
import { postmasterFile } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import { idsOf, type ServerUser } from './server-user.js';

/** A PostgreSQL server on the loopback address. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Resolves when its process has ended, asked to or not. */
  readonly ended: Promise<void>;
}

const START_WITHIN = 60_000;
const ORPHANS_MAY_TAKE = 30_000;
const LOG_KEPT = 10_000_000;

/**
 * Starts the server of a home's cluster on a free port, in a session of its own, and waits until it answers. Whoever
 * calls holds the data folder: what is found at work on the cluster was left behind, and is ended first.
 */
export async function startServer(
  home: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  durable = true,
): Promise<RunningServer> {
  const log = join(home, 'postgres.log');
  if (((await stat(log).catch(() => undefined))?.size ?? 0) > LOG_KEPT) await rm(log);
  const begun = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const from = (await stat(log).catch(() => undefined))?.size ?? 0;
    const child = launch(home, binaries, user, log, [...settings(binaries.major, durable), `port=${port}`]);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (await ready(home, child)) {
      child.unref();
      return { pid: child.pid!, port, ended };
    }
    const said = (await readFile(log, 'utf8').catch(() => '')).slice(from).trim();
    const portTaken = said.includes('could not bind');
    if (portTaken && attempt < 5) continue;
    if (performance.now() - begun < ORPHANS_MAY_TAKE && (await endLeftBehind(home, said))) continue;
    throw new StartFailure(`PostgreSQL did not start. It said (${log}):\n${lastLines(said, 12)}`);
  }
}

/**
 * Ends what PostgreSQL says it found at work on the cluster: a server that an earlier run had begun to start when it was
 * killed, or processes that outlived their server. Answers whether there was any.
 */
async function endLeftBehind(home: string, said: string): Promise<boolean> {
  if (/lock file "postmaster.pid" already exists/.test(said)) {
    const other = await serverLeftIn(home);
    if (other !== undefined) await stopServer(other);
    return true;
  }
  if (!said.includes('pre-existing shared memory block')) return false;
  await endOrphans(home);
  return true;
}

/** Stops a server: lets no one in, ends what is open, writes everything down. Waits until it is gone. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!signalTo(pid, signal)) return;
    for (let waited = 0; waited < patience; waited += 10) {
      if (!isAlive(pid)) return;
      await pause(10);
    }
  }
  throw new StartFailure(`PostgreSQL (process ${pid}) does not stop.`);
}

function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

function launch(
  home: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  log: string,
  options: string[],
): ChildProcess {
  const output = openSync(log, 'a', 0o644);
  try {
    const child = spawn(
      executable(binaries.folder, 'postgres'),
      ['-D', clusterIn(home), ...options.flatMap((option) => ['-c', option])],
      // Ctrl-C reaches every process of the terminal's group: in a session of its own the database outlives the drain.
      { ...idsOf(user), cwd: home, detached: true, stdio: ['ignore', output, output], env: serverEnvironment() },
    );
    child.on('error', () => undefined);
    void give(log, user);
    return child;
  } finally {
    closeSync(output);
  }
}

/** Waits for the word `ready` in the server's own file. */
async function ready(home: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < START_WITHIN; waited += 10) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
    const lines = await postmasterFile(home);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await pause(10);
  }
  child.kill('SIGQUIT');
  return false;
}

function settings(major: number, durable: boolean): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=128MB',
    'jit=off',
    // No standby ever follows an embedded server, so bulk loads need not be written twice.
    'wal_level=minimal',
    'max_wal_senders=0',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    ...(major >= 18 ? ['io_method=sync'] : []),
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const lastLines = (text: string, count: number): string => text.split('\n').slice(-count).join('\n');
