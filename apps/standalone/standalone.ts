import type { Config } from '#engine/config/config.js';
import { openDataDir } from '#engine/database/embedded/home.js';
import { openDatabase } from '#engine/database/open-database.js';
import { migrations } from '../migrations.js';
import { EngineRoom } from './engine-room.js';
import { refuseTakenPort } from './port.js';

/** The application at work, all of it in one process on one database. */
export interface Standalone {
  readonly url: string;
  /** Rejects when something that it cannot do without has broken down. */
  readonly failed: Promise<never>;
  /** Lets requests and jobs that have begun finish, then stops the database if it started it. */
  stop(): Promise<void>;
}

/**
 * Starts everything: database, engine room, web. What takes long goes on side by side: PostgreSQL starts while this
 * thread and the engine room's load most of their modules.
 * @throws {StartFailure} with the one thing to mend
 */
export async function startStandalone(config: Config, say: (line: string) => void): Promise<Standalone> {
  await refuseTakenPort(config.host, config.port);
  const dataDir = await openDataDir(config.dataDir);
  const room = new EngineRoom();
  const modules = Promise.all([import('../assembly/parts.js'), import('./sample.js'), import('./web.js')]);
  modules.catch(() => undefined);
  const undo: (() => Promise<void>)[] = [];
  const undoAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of undo.reverse().splice(0)) await step().catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw failures[0];
  };
  try {
    const { clock, clockIsSet } = config;
    const opened = await openDatabase({ ...config, join: false, purpose: 'server', now: clock.now(), say, migrations: migrations() });
    undo.push(opened.stop);
    const { url, migrationUrl, database } = opened;
    const [{ partsOnPostgres }, { loadSample, untilSampleIsFolded }, { openTheDoors }] = await modules;
    const parts = partsOnPostgres({ database, clock, clockIsSet, dataDir, foldWhenAsked: false });
    undo.push(parts.close);
    await parts.engine.prepare();
    const loaded = await loadSample(config, database, parts, say);
    undo.push(() => room.stop());
    const begun = room.begin({ url, migrationUrl, dataDir, alone: config.databaseUrl === undefined, clockStartsAt: clockIsSet ? clock.now() : null });
    begun.catch(() => undefined);
    const doors = await openTheDoors(config, parts, url);
    undo.push(doors.close);
    await begun;
    if (loaded) await untilSampleIsFolded(parts);
    return { url: doors.url, failed: Promise.race([room.failed, opened.failed]), stop: undoAll };
  } catch (error) {
    await undoAll();
    await room.stop();
    throw error;
  }
}
