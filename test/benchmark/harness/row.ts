import type { Counts, Settings } from './settings.js';

/** Those who did the same work beside each other. */
export interface Measured {
  readonly name: string;
  /** `ours`, a `peer`, or the `limit` that the machine or the database sets. */
  readonly role: 'ours' | 'peer' | 'limit';
  readonly unit: 'events/s' | 'requests/s' | 'ms' | 's' | 'MB';
  readonly median: number;
  readonly runs: readonly number[];
  /** What the check at its end found, where that is worth telling: events lost. */
  readonly found?: string;
}

/** What is aimed at, and what came of it. */
export interface Aim {
  /** In words, with its unit: `times a bare prepared INSERT`. */
  readonly what: string;
  readonly wanted: { readonly atLeast: number } | { readonly atMost: number };
  readonly got: number;
}

/** One case of a row: the same work at one size. */
export interface Case {
  readonly name: string;
  /** How much was done in one run, in words. */
  readonly size: string;
  /** How often it was done, where that is not what the settings say. */
  readonly counts?: Counts;
  readonly measured: readonly Measured[];
  readonly aims: readonly Aim[];
  /** What was checked when it was over. */
  readonly checked: readonly string[];
  readonly notes?: readonly string[];
}

/** What a row is given. */
export interface Bench {
  readonly settings: Settings;
  readonly say: (line: string) => void;
}

/** A row of the table of aims. */
export interface Row {
  /** As on the command line: `append`. */
  readonly name: string;
  readonly title: string;
  /** @throws {Error} a result is wrong */
  run(bench: Bench): Promise<readonly Case[]>;
}

/** A result that is not what it must be ends the benchmark: a wrong answer has no speed. */
export function check(what: string, found: unknown, expected: unknown): string {
  if (found !== expected) throw new Error(`${what}: expected ${String(expected)}, found ${String(found)}.`);
  return `${what}: ${String(found)}`;
}
