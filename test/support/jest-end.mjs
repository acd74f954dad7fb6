import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops this run's PostgreSQL, if one was started, and removes the run's folder. Nothing in it is worth a clean end. */
export default async function end() {
  if (process.env.TEST_FOLDER) await clear(process.env.TEST_FOLDER);
}

export async function clear(folder) {
  const file = join(folder, 'database', 'cluster', 'postmaster.pid');
  if (existsSync(file)) {
    try {
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
      for (let waited = 0; waited < 10_000 && existsSync(file); waited += 20) await pause(20);
    } catch {
      // it is gone already
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
