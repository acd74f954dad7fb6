/**
 * `npm test`: types, lint, directions, a build, and every test; what was left out, and why; one line at the end.
 * With CI=true what is left out counts as failed. Arguments go to Jest (a path, `-t name`) and narrow the tests alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from '../build/sources.mjs';
import { anotherPostgres } from './another-postgres.mjs';

const narrowed = process.argv.slice(2);
const inCi = process.env.CI === 'true';
const results = mkdtempSync(join(tmpdir(), 'svl-results-'));
let passed = 0;
let failed = 0;
const leftOut = [];

await Promise.all([
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
  (async () => {
    await check('lock file', ['infra/quality/lock.mjs']);
    await check('build', ['infra/build/build.mjs']);
    await check('directions', ['infra/quality/architecture.mjs']);
  })(),
]);
// lint takes as long as two dozen tests and needs one core: the tests begin meanwhile
const lint = check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
await jest('tests', narrowed, {});
await lint;
if (narrowed.length === 0) await onAnotherPostgres();
rmSync(results, { recursive: true });

for (const line of leftOut) console.log(`left out: ${line}`);
if (inCi) failed += leftOut.length;
const skipped = inCi || leftOut.length === 0 ? '' : `, ${leftOut.length} skipped`;
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a check of the whole house; it says something only if it fails. */
async function check(name, command) {
  const { status, said } = await run(command, 'pipe');
  if (status === 0) {
    passed += 1;
    console.log(`✓ ${name}`);
  } else {
    failed += 1;
    console.log(`✕ ${name}\n${said}`);
  }
}

/** The database's and the ledger's tests again, on the oldest version of PostgreSQL that we promise to work on. */
async function onAnotherPostgres() {
  const { major, folder, why } = anotherPostgres();
  if (!folder) {
    leftOut.push(`the ledger’s tests on another version of PostgreSQL: ${why}`);
    return;
  }
  console.log(`\nThe database and the ledger on PostgreSQL ${major}`);
  const suites = ['libs/engine/ledger/', 'libs/engine/database/database', 'libs/engine/database/migrate', 'test/reliability/ledger/'];
  await jest(`postgres-${major}`, suites, { TEST_POSTGRES: folder });
}

async function jest(name, options, env) {
  const file = join(results, `${name}.json`);
  const runner = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  await run([...runner, '--json', `--outputFile=${file}`, ...options], ['inherit', 'ignore', 'inherit'], env);
  if (!existsSync(file)) {
    failed += 1;
    console.log(`✕ ${name}: Jest ended without a result`);
    return;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numTotalTests === 0) failed += 1;
  for (const { assertionResults } of result.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (['pending', 'todo', 'disabled', 'skipped'].includes(status) && !options.includes('-t')) leftOut.push(fullName);
    }
  }
}

function run(command, stdio, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio, env: { ...process.env, ...env } });
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.stderr?.on('data', (chunk) => (said += chunk));
    child.on('close', (status) => resolve({ status, said: said.trim() }));
  });
}
