/**
 * `npm run benchmark`: all rows; `npm run benchmark -- append http-delivery-report`: these. Nothing else should run on
 * the machine. BENCH_SIZE=0.01 BENCH_RUNS=1 BENCH_WARM_UPS=0 tries it out.
 */
import 'reflect-metadata';
import { settingsFrom } from './harness/settings.js';
import { rows } from './rows.js';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no row ${unknown.join(', ')}. The rows are ${rows.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
const settings = settingsFrom(process.env);
for (const row of rows.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  process.stderr.write(`\n${row.title}\n`);
  const cases = await row.run({ settings, say: (line) => void process.stderr.write(`  ${line}\n`) });
  process.stdout.write(`${JSON.stringify(cases, null, 2)}\n`);
}
