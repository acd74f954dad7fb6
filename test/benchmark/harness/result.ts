import type { Machine } from './machine.js';
import type { Case } from './row.js';
import type { Settings } from './settings.js';

/** What one row came to, the last time it was run. */
export interface RowResult {
  readonly title: string;
  /** `yyyy-mm-dd`. */
  readonly measuredOn: string;
  readonly machine: Machine;
  readonly settings: Pick<Settings, 'warmUps' | 'runs' | 'seed' | 'scale'>;
  readonly minutes: number;
  readonly cases: readonly Case[];
}

/** The results of all rows by their names; each may be of another day. */
export type Results = Readonly<Record<string, RowResult>>;
