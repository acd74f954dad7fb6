import { readdir, readlink, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { clusterIn } from './cluster.js';
import { postmasterFile, postmasterFileIn } from './postmaster-file.js';
import { commandOf, isAlive } from './process-identity.js';

/** The process of a server left running on a home's cluster, if one is. */
export async function serverLeftIn(home: string): Promise<number | undefined> {
  const pid = Number.parseInt((await postmasterFile(home))[0] ?? '', 10);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  const itIsOne = isAlive(pid) && (commandOf(pid)?.includes(clusterIn(home)) ?? true);
  if (itIsOne) return pid;
  // The number now belongs to somebody else; PostgreSQL itself would take that for a server and refuse to start. (What
  // keeps it from starting beside processes that outlived their server is not this file, but the memory that they share.)
  await rm(postmasterFileIn(home), { force: true });
  return undefined;
}

/**
 * Ends the processes that outlived a killed server of this home's cluster: they may still write to it, and PostgreSQL
 * does not start beside them. Where the system does not tell which these are, it waits a moment for them.
 */
export async function endOrphans(home: string): Promise<void> {
  for (const pid of await processesIn(clusterIn(home))) {
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // it has ended by itself
    }
  }
  await pause(100);
}

/** PostgreSQL's processes work in the folder of their cluster. */
async function processesIn(cluster: string): Promise<readonly number[]> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const there = await Promise.all(numbers.map(async (pid) => (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster && isPostgres(pid)));
  return numbers.filter((_, index) => there[index]);
}

const isPostgres = (pid: number): boolean => /^postgres\b|\/postgres\b/.test(commandOf(pid) ?? '');
