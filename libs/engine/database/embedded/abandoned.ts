import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is younger may belong to a process that is starting in this moment. */
const ABANDONED_AFTER_MS = 60_000;
/** What stands in a data folder under another name until it is complete. */
const DRAFTS = /^(\.writable-|(instance\.json|postgres-passwords\.json|postgres-is-elsewhere)\..)/;
/** The same in the home of its PostgreSQL: a cluster that is being made, copied binaries. */
const HALVES = /^(unfinished-|binaries-\d+\.)/;

/** Clears away what a start that was killed left half made in a data folder and in the home of its PostgreSQL. */
export async function clearAbandoned(dataDir: string, home: string): Promise<void> {
  await clear(dataDir, DRAFTS);
  await clear(home, HALVES);
}

async function clear(folder: string, drafts: RegExp): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!drafts.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    // An initdb that outlived the one who asked for it may still write there: then the next start is in time.
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
