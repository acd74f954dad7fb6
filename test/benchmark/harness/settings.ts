import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How large and how often: BENCH_SIZE, BENCH_RUNS, BENCH_LONG_RUNS, BENCH_WARM_UPS, BENCH_SEED and BENCH_DATA, for trying things out. */
export interface Settings {
  readonly warmUps: number;
  readonly runs: number;
  /** Of what takes a quarter of an hour each time. */
  readonly longRuns: number;
  readonly seed: number;
  /** Large ledgers are kept here from one run to the next. */
  readonly data: string;
  /** Of a row's usual size: 0.01 for a hundredth. 1 unless BENCH_SIZE says otherwise. */
  readonly scale: number;
}

/** How often something is done: first some times that do not count. */
export type Counts = Pick<Settings, 'warmUps' | 'runs'>;

export function countsOf({ warmUps, runs }: Counts): Counts {
  return { warmUps, runs };
}

export function settingsFrom(variables: Readonly<Record<string, string | undefined>>): Settings {
  return {
    warmUps: whole(variables, 'BENCH_WARM_UPS', 3, 0),
    runs: whole(variables, 'BENCH_RUNS', 5, 1),
    longRuns: whole(variables, 'BENCH_LONG_RUNS', 1, 1),
    seed: whole(variables, 'BENCH_SEED', 2026, 0),
    data: variables['BENCH_DATA'] ?? join(tmpdir(), 'svl-benchmark'),
    scale: fraction(variables, 'BENCH_SIZE'),
  };
}

/** A size at the scale of this run, of at least `least`. */
export function sized({ scale }: Settings, full: number, least: number): number {
  return Math.max(least, Math.round(full * scale));
}

function whole(variables: Readonly<Record<string, string | undefined>>, name: string, usual: number, least: number): number {
  const value = Number(variables[name] ?? usual);
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`${name} must be a whole number of at least ${least}, not “${variables[name]}”.`);
  return value;
}

function fraction(variables: Readonly<Record<string, string | undefined>>, name: string): number {
  const value = Number(variables[name] ?? 1);
  if (!(value > 0 && value <= 1)) throw new Error(`${name} must be a part of the full size, above 0 and at most 1, not “${variables[name]}”.`);
  return value;
}
