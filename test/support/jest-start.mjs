import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clear } from './jest-end.mjs';
import { MEMORY, quickPlace } from './quick-place.mjs';

/**
 * Names this run's folder: `database` in it is for its PostgreSQL, which the first test that needs one starts there; `tmp`
 * for the temporary files of every test and of what tests start.
 */
export default async function start() {
  for (const place of [MEMORY, tmpdir()].filter(existsSync)) {
    for (const name of readdirSync(place)) {
      if (name.startsWith('svl-test-') && isLeftBehind(join(place, name))) await clear(join(place, name));
    }
  }
  const folder = mkdtempSync(join(realpathSync(quickPlace()), 'svl-test-'));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  chmodSync(folder, 0o755);
  for (const part of ['database', 'tmp']) mkdirSync(join(folder, part));
  chmodSync(join(folder, 'tmp'), 0o1777);
  Object.assign(process.env, { TEST_FOLDER: folder, TMPDIR: join(folder, 'tmp'), TMPDIR_BEFORE: tmpdir() });
}

/** A run that was killed cannot tidy up after itself; the next one does. */
function isLeftBehind(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'run.pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
