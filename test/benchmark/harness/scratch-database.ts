import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#domain/kernel/clock.js';
import { type OpenDatabase, openDatabase } from '#engine/database/open-database.js';
import { migrations } from '../../../apps/migrations.js';
import { removeDataDir } from '../../support/running-server.js';

/** An embedded PostgreSQL as `npm start` has it, at its default durability, in a folder that goes with it. */
export interface ScratchDatabase extends OpenDatabase {
  readonly dataDir: string;
}

export async function scratchDatabase(connections = 16): Promise<ScratchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-benchmark-scratch-'));
  const opened = await openBenchmarkDatabase(dataDir, connections);
  const stop = async (): Promise<void> => {
    await opened.stop();
    removeDataDir(dataDir);
  };
  return { ...opened, dataDir, stop };
}

/** The embedded PostgreSQL of a folder, which stays. */
export function openBenchmarkDatabase(dataDir: string, connections = 16): Promise<OpenDatabase> {
  const now = systemClock.now();
  return openDatabase({ dataDir, join: false, purpose: 'benchmark', now, say: () => undefined, migrations: migrations(), connections });
}
