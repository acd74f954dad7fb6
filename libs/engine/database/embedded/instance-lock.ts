import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { codeOf, StartFailure } from '../start-failure.js';
import { bornAt, isAlive } from './process-identity.js';

/** What the lock file says of the process that has the data folder open. */
export interface Instance {
  readonly pid: number;
  /** Tells the process from a later one with the same number. */
  readonly born: string | null;
  readonly startedAt: string;
  /** What it is: `server`, `command line`, `test`. */
  readonly purpose: string;
  /** Its PostgreSQL; null while that is starting or stopping. */
  readonly postgres: { readonly pid: number; readonly port: number } | null;
}

/** The lock that this process holds on a data folder. */
export interface InstanceLock {
  publish(postgres: Instance['postgres']): Promise<void>;
  release(): Promise<void>;
}

const lockIn = (dataDir: string): string => join(dataDir, 'instance.json');

/** The living instance that has a data folder open, if there is one. */
export async function instanceIn(dataDir: string): Promise<Instance | undefined> {
  const instance = await readInstance(lockIn(dataDir));
  return instance && isLiving(instance) ? instance : undefined;
}

/**
 * Takes the lock on a data folder. The file appears with its content in one step; one left behind by a process that
 * is gone is moved aside first, by whoever is first.
 * @throws {StartFailure} another process holds it
 */
export async function takeLock(dataDir: string, purpose: string, startedAt: string): Promise<InstanceLock> {
  const path = lockIn(dataDir);
  const mine: Instance = { pid: process.pid, born: bornAt(process.pid) ?? null, startedAt, purpose, postgres: null };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await appear(path, mine)) return held(path, mine);
    const other = await readInstance(path);
    if (other && isLiving(other)) {
      throw new StartFailure(
        `The data folder ${dataDir} is in use by process ${other.pid} (${other.purpose}, since ${other.startedAt}). ` +
          'Stop that one first, or start this one with another DATA_DIR.',
      );
    }
    await moveAside(path, other);
    await pause(20);
  }
  throw new StartFailure(`The lock ${path} changes hands too quickly to be taken. Start again in a moment.`);
}

function held(path: string, mine: Instance): InstanceLock {
  return {
    async publish(postgres) {
      const next = `${path}.${randomUUID()}`;
      await writeFile(next, text({ ...mine, postgres }), { mode: 0o644 });
      await rename(next, path);
    },
    async release() {
      const now = await readInstance(path);
      if (now?.pid === mine.pid && now.born === mine.born) await rm(path, { force: true });
    },
  };
}

async function appear(path: string, instance: Instance): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text(instance), { mode: 0o644 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead process's lock; if in that moment another took it, gives it back. */
async function moveAside(path: string, dead: Instance | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readInstance(aside);
  if (moved && (moved.pid !== dead?.pid || moved.born !== dead.born)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function readInstance(path: string): Promise<Instance | undefined> {
  try {
    const said = JSON.parse(await readFile(path, 'utf8')) as Partial<Instance>;
    return Number.isSafeInteger(said.pid) ? (said as Instance) : undefined;
  } catch {
    return undefined;
  }
}

function isLiving(instance: Instance): boolean {
  return isAlive(instance.pid) && (instance.born === null || (bornAt(instance.pid) ?? null) === instance.born);
}

const text = (instance: Instance): string => `${JSON.stringify(instance, null, 2)}\n`;
