import type { Config } from '#engine/config/config.js';
import { openDataDir } from '#engine/database/embedded/home.js';
import { openDatabase } from '#engine/database/open-database.js';
import { migrateJobs } from '#engine/jobs/jobs-backend.js';
import { partsOnPostgres } from '../assembly/parts.js';
import { migrations } from '../migrations.js';
import { startEngineRoom } from './engine-room.js';
import { refuseTakenPort } from './port.js';
import { loadSample } from './sample.js';
import { openTheDoors } from './web.js';

/** The application at work, all of it in one process on one database. */
export interface Standalone {
  readonly url: string;
  /** Rejects when something that it cannot do without has broken down. */
  readonly failed: Promise<never>;
  /** Lets requests and jobs that have begun finish, then stops the database if it started it. */
  stop(): Promise<void>;
}

/**
 * Starts everything: database, engine room, web.
 * @throws {StartFailure} with the one thing to mend
 */
export async function startStandalone(config: Config, say: (line: string) => void): Promise<Standalone> {
  await refuseTakenPort(config.host, config.port);
  const { clock, clockIsSet } = config;
  const dataDir = await openDataDir(config.dataDir);
  const opened = await openDatabase({ ...config, join: false, purpose: 'server', now: clock.now(), say, migrations: migrations() });
  const undo: (() => Promise<void>)[] = [opened.stop];
  const undoAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of undo.reverse().splice(0)) await step().catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw failures[0];
  };
  try {
    if (opened.migrationUrl !== undefined) await migrateJobs(opened.migrationUrl, new URL(opened.url).username);
    const parts = partsOnPostgres({ database: opened.database, clock, clockIsSet, dataDir, foldWhenAsked: false });
    undo.push(parts.close);
    await parts.engine.prepare();
    await loadSample(config, opened.database, parts, say);
    const room = await startEngineRoom({ url: opened.url, dataDir, alone: config.databaseUrl === undefined, clockStartsAt: clockIsSet ? clock.now() : null });
    undo.push(room.stop);
    const doors = await openTheDoors(config, parts, opened.url);
    undo.push(doors.close);
    return { url: doors.url, failed: Promise.race([room.failed, opened.failed]), stop: undoAll };
  } catch (error) {
    await undoAll();
    throw error;
  }
}
