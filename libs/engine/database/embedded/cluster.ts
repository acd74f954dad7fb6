import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../start-failure.js';
import { executable, type PostgresBinaries } from './binaries.js';
import { give } from './home.js';
import { idsOf, type ServerUser } from './server-user.js';

/** What it takes to make a cluster (PostgreSQL's word for one server's databases) in a home. */
export interface NewCluster {
  readonly home: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
  /** The password of the superuser `postgres`. */
  readonly password: string;
  /** False leaves out the wait for the disk: for tests alone. */
  readonly durable: boolean;
}

export const clusterIn = (home: string): string => join(home, 'cluster');

/** The major version of the PostgreSQL that made a home's cluster; undefined where there is none yet. */
export async function clusterVersion(home: string): Promise<number | undefined> {
  if (!existsSync(clusterIn(home))) return undefined;
  const said = await readFile(join(clusterIn(home), 'PG_VERSION'), 'utf8').catch(() => '');
  return Number.parseInt(said, 10);
}

/** @throws {StartFailure} the cluster was made by another major version, or is none */
export async function checkVersion(home: string, binaries: PostgresBinaries): Promise<void> {
  const version = await clusterVersion(home);
  if (version === undefined || version === binaries.major) return;
  throw new StartFailure(
    Number.isNaN(version)
      ? `The folder ${clusterIn(home)} is not a PostgreSQL data folder (its PG_VERSION is missing). ` +
        'Put the data back from a backup, or set DATA_DIR to another folder.'
      : `The data in ${clusterIn(home)} was made by PostgreSQL ${version}; this program brings PostgreSQL ` +
        `${binaries.major}. Start it with the release that made it, or set DATA_DIR to another folder.`,
  );
}

/** Makes a cluster: UTF-8, sorted by code point on every machine. It takes its name only when it is complete. */
export async function makeCluster({ home, binaries, user, password, durable }: NewCluster): Promise<void> {
  const half = await mkdtemp(join(home, 'unfinished-'));
  await give(half, user);
  const passwordFile = join(half, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(passwordFile, user);
  const cluster = join(half, 'cluster');
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  try {
    await run(
      executable(binaries.folder, 'initdb'),
      [
        ...['--pgdata', cluster, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale', 'C', ...locale, ...(durable ? [] : ['--no-sync'])],
      ],
      half,
      user,
    );
    await rename(cluster, clusterIn(home));
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** Runs a program of PostgreSQL's to its end; what it said goes into the failure. */
function run(program: string, options: string[], cwd: string, user: ServerUser | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { ...idsOf(user), cwd, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => reject(new StartFailure(`PostgreSQL's initdb could not be run: ${error.message}.`)));
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(new StartFailure(`PostgreSQL could not make its data folder:\n${said.trim()}`)),
    );
  });
}

/** A plain environment: PG* variables or a language of the person's own must not reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
}
