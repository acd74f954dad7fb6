import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { executable, packagedBinaries } from '#engine/database/embedded/binaries.js';

/** Where something was measured: ratios carry over to other machines, figures do not. */
export interface Machine {
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly node: string;
  readonly postgres: string;
  /** How much ran on it before the row began, as the mean of a minute. */
  readonly loadBefore: number;
}

export function machine(): Machine {
  const version = execFileSync(executable(packagedBinaries().folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return {
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: /[\d.]+/.exec(version)![0],
    loadBefore: Math.round(loadavg()[0]! * 10) / 10,
  };
}
