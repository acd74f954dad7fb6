import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What is kept here is kept in memory, where there is such a place. */
export const MEMORY = '/dev/shm';
const ENOUGH = 6_000_000_000;

/**
 * Where a run of the tests keeps its files: in memory, where there is room to spare, because making databases is mostly
 * making files, which a disk takes ten times as long for; else, and for what may grow large, where temporary files go.
 */
export function quickPlace() {
  return process.env.RELIABILITY !== 'full' && room() > ENOUGH ? MEMORY : tmpdir();
}

function room() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, process.availableMemory?.() ?? 0);
  } catch {
    return 0;
  }
}
