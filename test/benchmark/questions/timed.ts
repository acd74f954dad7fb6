import type { Measured } from '../harness/row.js';
import { median, percentile } from '../harness/statistics.js';

/** So many questions are asked however long they take. */
const AT_LEAST = 10;
const ENOUGH_MS = 60_000;

/** The milliseconds that each of some questions takes, one after the other; no more of them are asked after a minute. */
export async function timedAll<Asked>(questions: readonly Asked[], ask: (question: Asked) => Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  const first = performance.now();
  for (const question of questions) {
    const began = performance.now();
    if (took.length >= AT_LEAST && began - first > ENOUGH_MS) break;
    await ask(question);
    took.push(performance.now() - began);
  }
  return took;
}

/** The middle of many times, with their 95th percentile beside it. */
export function times(name: string, role: Measured['role'], milliseconds: readonly number[], keep: readonly number[] = milliseconds): Measured {
  return { name, role, unit: 'ms', median: median(milliseconds), runs: keep, found: `95th percentile ${percentile(milliseconds, 0.95).toFixed(1)} ms, of ${milliseconds.length}` };
}
