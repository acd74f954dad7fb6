/** Loaded before a program (`--import`): when its process ends, the most memory that it ever held goes into a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_PEAK_FILE;
if (file && isMainThread) {
  process.on('exit', () => writeFileSync(file, /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]));
}
