import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clear } from './jest-end.mjs';

/** Names the folder of this run's PostgreSQL, which the first test that needs one starts there. */
export default async function start() {
  const place = realpathSync(tmpdir());
  for (const name of readdirSync(place)) {
    if (name.startsWith('svl-test-') && isLeftBehind(join(place, name))) await clear(join(place, name));
  }
  const folder = mkdtempSync(join(place, 'svl-test-'));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  process.env.TEST_POSTGRES_FOLDER = folder;
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
