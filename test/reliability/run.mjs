/**
 * `npm run reliability`: every scenario at its full size, one after the other, with its seed and its counts on the
 * terminal; then those of ledger and engine on the oldest PostgreSQL that we promise to work on, where one is installed. Arguments go
 * to Jest (a path, `-t name`) and narrow the run; `SEED=…` repeats one.
 */
import { spawnSync } from 'node:child_process';

import { root } from '../../infra/build/sources.mjs';
import { anotherPostgres } from '../../infra/quality/another-postgres.mjs';

const narrowed = process.argv.slice(2);
const another = anotherPostgres();

let wrong = jest('the PostgreSQL of the packages', narrowed.length > 0 ? narrowed : ['test/reliability/', 'test/benchmark/rows'], {});
if (narrowed.length === 0 && another.folder) {
  wrong += jest(`PostgreSQL ${another.major}`, ['test/reliability/ledger/', 'test/reliability/engine/'], { TEST_POSTGRES: another.folder });
} else if (narrowed.length === 0) {
  process.stdout.write(`left out: the scenarios of ledger and engine on another version of PostgreSQL: ${another.why}\n`);
}
process.exitCode = wrong > 0 ? 1 : 0;

function jest(where, options, env) {
  process.stdout.write(`\nReliability on ${where}\n`);
  const runner = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--runInBand'];
  const { status } = spawnSync(process.execPath, [...runner, ...options], { cwd: root, stdio: 'inherit', env: { ...process.env, RELIABILITY: 'full', ...env } });
  return status === 0 ? 0 : 1;
}
