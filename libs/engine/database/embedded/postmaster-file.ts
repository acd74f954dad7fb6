import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { clusterIn } from './cluster.js';

export const postmasterFileIn = (home: string): string => join(clusterIn(home), 'postmaster.pid');

/** The lines of the file in which a server says who it is; none where there is no such file. */
export async function postmasterFile(home: string): Promise<string[]> {
  return (await readFile(postmasterFileIn(home), 'utf8').catch(() => '')).split('\n');
}
