/**
 * `npm run benchmark`: all rows; `npm run benchmark -- append fold`: these. Nothing else should run on the machine.
 *
 * To try it out: BENCH_SIZE=0.01 (of the full size), BENCH_RUNS, BENCH_WARM_UPS. BENCH_DATA: where large ledgers are kept
 * from run to run (some 25 GB for all). BENCH_OUT: where results go. BENCH_LONG_RUNS: how often ten million events are
 * folded (once). To see where time goes, `node --cpu-prof --import ./test/support/from-source.mjs test/benchmark/run.ts fold`;
 * BENCH_CPU_PROF=folder profiles the processes that rows start.
 */
import 'reflect-metadata';
import { systemClock } from '#domain/kernel/clock.js';
import { machine } from './harness/machine.js';
import { folderFor, keepResult } from './harness/results.js';
import { settingsFrom } from './harness/settings.js';
import { rows } from './rows.js';

const names = rows.map(({ name }) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no row ${unknown.join(', ')}. The rows are ${names.join(', ')}.\n`);
  process.exit(2);
}

const settings = settingsFrom(process.env);
const folder = folderFor(settings);
const failed: string[] = [];
for (const { name, title, run } of rows.filter((row) => wanted.length === 0 || wanted.includes(row.name))) {
  process.stderr.write(`\n${name}: ${title}\n`);
  const here = machine();
  const began = performance.now();
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
  try {
    const cases = await run({ settings, say });
    const { warmUps, runs, seed, scale } = settings;
    const minutes = (performance.now() - began) / 60_000;
    keepResult(folder, names, name, { title, measuredOn: systemClock.now().slice(0, 10), machine: here, settings: { warmUps, runs, seed, scale }, minutes, cases });
    for (const one of cases) for (const aim of one.aims) say(`${one.name}: ${aim.got.toPrecision(3)} ${aim.what} (aim ${JSON.stringify(aim.wanted)})`);
  } catch (error) {
    failed.push(name);
    process.stderr.write(`  ${name} failed, and is not among the results: ${(error as Error).stack}\n`);
  }
}
process.stderr.write(`\nResults are in ${folder}.\n`);
if (failed.length > 0) process.stderr.write(`Failed: ${failed.join(', ')}.\n`);
process.exit(failed.length > 0 ? 1 : 0);
