import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, lchown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { codeOf, StartFailure } from '../start-failure.js';
import { canReach, type ServerUser } from './server-user.js';

/** Where PostgreSQL's own files for a data folder live. */
export interface Home {
  /** The folder that holds `cluster/`, the server's log, and binaries if they had to be copied. */
  readonly folder: string;
  /** One line for the person at the keyboard, where the place is not the one they would expect. */
  readonly remark?: string;
}

/** Where files go that root's PostgreSQL user cannot reach in their own place. */
const ELSEWHERE = '/var/lib/social-value-ledger';

/** Makes the data folder if need be, and answers its real path. */
export async function openDataDir(dataDir: string): Promise<string> {
  try {
    await makeFolder(dataDir);
    const probe = join(dataDir, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(dataDir);
  } catch (error) {
    const reasons: Record<string, string> = {
      EACCES: 'this user may not write there',
      EPERM: 'this user may not write there',
      EROFS: 'it is on a read-only file system',
      ENOSPC: 'the disk is full',
      EEXIST: 'a file of that name stands in its place',
      ENOTDIR: 'a part of the path is a file',
      ENOENT: 'nothing can be made there',
    };
    const code = codeOf(error) ?? '';
    throw new StartFailure(
      `The data folder ${dataDir} cannot be written: ${reasons[code] ?? (error as Error).message}. ` +
        'Set DATA_DIR to a folder that this user may write.',
    );
  }
}

/**
 * Makes a folder and those above it. (Node's own way of doing that goes round for ever where a file system says ENOENT
 * to every new folder, as /proc does.)
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !existsSync(dirname(path))) {
      await makeFolder(dirname(path));
      await makeFolder(path);
    } else if (codeOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) {
      throw error;
    }
  }
}

/**
 * The home of a data folder's PostgreSQL: inside it, unless the server's user cannot enter (a data folder under
 * root's own home, say); then under /var/lib, with a pointer left in the data folder.
 */
export async function homeOf(dataDir: string, user: ServerUser | undefined): Promise<Home> {
  const inside = join(dataDir, 'postgres');
  const pointer = join(dataDir, 'postgres-is-elsewhere');
  const pointed = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (pointed !== '') return { folder: await prepared(pointed, user), remark: moved(pointed) };
  if (existsSync(join(inside, 'cluster')) || canReach(user, dataDir)) {
    const folder = await prepared(inside, user);
    if (canReach(user, folder)) return { folder };
    throw new StartFailure(
      `The database in ${inside} cannot be reached by the user “${user?.name}”, as whom PostgreSQL runs under root. ` +
        'Make every folder above it enterable (chmod o+x), or run as the user who made it.',
    );
  }
  const outside = unused(join(ELSEWHERE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16)));
  const folder = await prepared(outside, user);
  const draft = `${pointer}.${process.pid}`;
  await writeFile(draft, `${outside}\n`);
  await rename(draft, pointer);
  return { folder, remark: moved(outside) };
}

/** A data folder that was deleted left its database behind, whose passwords went with it: it is not this one's. */
function unused(folder: string): string {
  return existsSync(folder) ? `${folder}-${randomUUID().slice(0, 8)}` : folder;
}

async function prepared(folder: string, user: ServerUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/** Gives a file to the server's user. */
export async function give(path: string, user: ServerUser | undefined): Promise<void> {
  if (user) await lchown(path, user.uid, user.gid);
}

const moved = (folder: string): string =>
  `The database is in ${folder}: PostgreSQL does not run as root, and its user cannot enter the data folder.`;
