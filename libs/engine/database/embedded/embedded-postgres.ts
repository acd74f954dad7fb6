import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { StartFailure } from '../start-failure.js';
import { clearAbandoned } from './abandoned.js';
import { copyBinaries, makeMissingLinks, packagedBinaries, type PostgresBinaries } from './binaries.js';
import { checkVersion, clusterVersion, makeCluster } from './cluster.js';
import {
  address,
  APP_ROLE,
  type Credentials,
  credentialsIn,
  DATABASE,
  existingCredentials,
  OWNER_ROLE,
} from './credentials.js';
import { homeOf, openDataDir } from './home.js';
import { type Instance, instanceIn, takeLock } from './instance-lock.js';
import { serverLeftIn } from './left-behind.js';
import { startServer, stopServer } from './server.js';
import { canReach, serverUser, type ServerUser } from './server-user.js';

/** How to reach an embedded PostgreSQL. */
export interface EmbeddedAddresses {
  /** As the application's role, which owns nothing. */
  readonly url: string;
  /** As the owner, for migrations. */
  readonly migrationUrl: string;
}

export interface EmbeddedPostgres extends EmbeddedAddresses {
  /** Rejects when the server ends without having been asked to. */
  readonly failed: Promise<never>;
  /** Stops the server and gives the data folder free; asked again, it answers the same. */
  stop(): Promise<void>;
}

/** What a start needs to know. */
export interface EmbeddedStart {
  readonly dataDir: string;
  /** What this process is, for the message that a second one gets: `server`, `command line`. */
  readonly purpose: string;
  /** The present moment, as the lock file shows it. */
  readonly now: string;
  /** Takes a line for the person at the keyboard. */
  readonly say: (line: string) => void;
}

/**
 * Starts the PostgreSQL of a data folder, makes it on the first start, and stops one that a killed process left.
 * @throws {StartFailure} the folder is in use, cannot be written, or holds another version's data
 */
export async function startEmbeddedPostgres({ dataDir: given, purpose, now, say }: EmbeddedStart): Promise<EmbeddedPostgres> {
  const dataDir = await openDataDir(given);
  const lock = await takeLock(dataDir, purpose, now);
  try {
    const user = serverUser();
    const { folder: home, remark } = await homeOf(dataDir, user);
    if (remark) say(remark);
    await clearAbandoned(dataDir, home);
    const packaged = packagedBinaries();
    await checkVersion(home, packaged);
    const binaries = await usable(packaged, home, user);
    const orphan = await serverLeftIn(home);
    if (orphan !== undefined) {
      say(`A PostgreSQL left behind by an earlier run (process ${orphan}) is stopped and started again.`);
      await stopServer(orphan);
    }
    const credentials = await credentialsIn(dataDir);
    if ((await clusterVersion(home)) === undefined) {
      await makeCluster({ home, binaries, user, password: credentials.owner, durable: true });
    }
    const server = await startServer(home, binaries, user);
    try {
      await makeAppDatabase(credentials, server.port);
      await lock.publish(server);
    } catch (error) {
      await stopServer(server.pid);
      throw error;
    }
    let asked = false;
    const stop = async (): Promise<void> => {
      asked = true;
      try {
        await lock.publish(null);
        await stopServer(server.pid);
      } finally {
        await lock.release();
      }
    };
    const failed = server.ended.then(() => (asked ? NEVER : Promise.reject(endedByItself(server.pid, home))));
    failed.catch(() => undefined);
    let stopped: Promise<void> | undefined;
    return { ...addresses(credentials, server.port), failed, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * How to reach the PostgreSQL of the instance that has a data folder open; undefined if none has. Waits while that
 * instance is starting.
 */
export async function joinRunningInstance(dataDir: string): Promise<EmbeddedAddresses | undefined> {
  let instance: Instance | undefined;
  for (let waited = 0; waited < 60_000; waited += 50) {
    instance = await instanceIn(dataDir);
    if (!instance) return undefined;
    if (instance.postgres) return addresses(await existingCredentials(dataDir), instance.postgres.port);
    await pause(50);
  }
  throw new StartFailure(`Process ${instance?.pid} holds the data folder ${dataDir} but its database does not come up.`);
}

/** Binaries that the server's user can run: the package's own, or a copy where it can go. */
export async function usable(
  packaged: PostgresBinaries,
  home: string,
  user: ServerUser | undefined,
): Promise<PostgresBinaries> {
  if (canReach(user, join(packaged.folder, 'bin')) && (await makeMissingLinks(packaged.folder))) return packaged;
  return copyBinaries(packaged, join(home, `binaries-${packaged.major}`), user);
}

const NEVER = new Promise<never>(() => undefined);

function endedByItself(pid: number, home: string): StartFailure {
  return new StartFailure(
    `PostgreSQL (process ${pid}) has ended without being asked to. What was acknowledged is kept: start again. ` +
      `Why it ended may stand in ${join(home, 'postgres.log')}.`,
  );
}

function addresses(credentials: Credentials, port: number): EmbeddedAddresses {
  return {
    url: address(APP_ROLE, credentials.app, port, DATABASE),
    migrationUrl: address(OWNER_ROLE, credentials.owner, port, DATABASE),
  };
}

async function makeAppDatabase(credentials: Credentials, port: number): Promise<void> {
  const owner = new pg.Client({ connectionString: address(OWNER_ROLE, credentials.owner, port, 'postgres') });
  await owner.connect();
  try {
    const role = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
    if (role.rowCount === 0) {
      await owner.query(`create role ${APP_ROLE} login noinherit password '${credentials.app}'`);
    }
    const database = await owner.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.end();
  }
}
