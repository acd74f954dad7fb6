import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartOf } from './chart.js';
import type { Results, RowResult } from './result.js';
import type { Settings } from './settings.js';
import { tableOf } from './table.js';

const KEPT = fileURLToPath(new URL('../../../infra/decisions/benchmarks/', import.meta.url));

/** Where results go: into the repository only if they were measured at full size, as often as the aims ask. */
export function folderFor({ scale, runs, warmUps, data }: Settings): string {
  return process.env['BENCH_OUT'] ?? (scale === 1 && runs >= 5 && warmUps >= 3 ? KEPT : join(data, 'tried'));
}

/** Puts a row's result in place of its last one, and writes file, table and chart anew. */
export function keepResult(folder: string, order: readonly string[], name: string, result: RowResult): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'results.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
  const results = inOrder({ ...before, [name]: result }, order);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), tableOf(results));
  writeFileSync(join(folder, 'chart.svg'), chartOf(results));
}

function inOrder(results: Results, order: readonly string[]): Results {
  return Object.fromEntries(Object.entries(results).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
