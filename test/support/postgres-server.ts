import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { installedBinaries, packagedBinaries } from '#engine/database/embedded/binaries.js';
import { makeCluster } from '#engine/database/embedded/cluster.js';
import { address } from '#engine/database/embedded/credentials.js';
import { usable } from '#engine/database/embedded/embedded-postgres.js';
import { give } from '#engine/database/embedded/home.js';
import { startServer } from '#engine/database/embedded/server.js';
import { serverUser } from '#engine/database/embedded/server-user.js';

/** The one PostgreSQL of this run of the tests: started by the first test file that needs it. */
export interface TestServer {
  readonly pid: number;
  readonly port: number;
  readonly folder: string;
}

const PASSWORD = 'test';

/** The address of one of its databases, as `postgres` (the owner) or as `svl_app`. */
export const at = (server: TestServer, database: string, role: 'postgres' | 'svl_app'): string =>
  address(role, PASSWORD, server.port, database);

/**
 * The server of this run. jest's global set-up names the folder; whoever makes the folder `starting` starts the
 * server there, the others wait; the global tear-down stops it. `TEST_POSTGRES=/usr/lib/postgresql/15` runs the
 * same tests on that installation instead of the packaged version.
 */
export async function testServer(): Promise<TestServer> {
  const run = process.env['TEST_FOLDER'];
  if (!run) throw new Error('TEST_FOLDER is not set: run the tests through jest.config.mjs.');
  const folder = join(run, 'database');
  const note = join(folder, 'server.json');
  for (let waited = 0; waited < 60_000; waited += 20) {
    const there = await readFile(note, 'utf8').catch(() => undefined);
    if (there !== undefined) return JSON.parse(there) as TestServer;
    if (await first(join(folder, 'starting'))) return start(folder, note);
    await pause(20);
  }
  throw new Error(`No PostgreSQL came up in ${folder} within a minute: see postgres.log there.`);
}

async function first(marker: string): Promise<boolean> {
  return mkdir(marker).then(
    () => true,
    () => false,
  );
}

async function start(folder: string, note: string): Promise<TestServer> {
  try {
    const user = serverUser();
    await give(folder, user);
    const chosen = process.env['TEST_POSTGRES'];
    const binaries = await usable(chosen ? installedBinaries(chosen) : packagedBinaries(), folder, user);
    await makeCluster({ home: folder, binaries, user, password: PASSWORD, durable: false });
    const server: TestServer = { ...(await startServer(folder, binaries, user, false)), folder };
    await writeFile(`${note}.draft`, JSON.stringify(server));
    await rename(`${note}.draft`, note);
    return server;
  } catch (error) {
    await rmdir(join(folder, 'starting'));
    throw error;
  }
}
