import type { Counts } from './settings.js';

/** One of those that are measured beside each other. */
export interface Contender {
  readonly name: string;
  /** Does the work once and answers the figure that counts (events a second, milliseconds). `round` counts from 0. */
  run(round: number): Promise<number>;
}

/**
 * Runs all contenders by turns, so that whatever else the machine does meets them alike: the warm-ups, which do not
 * count, and then the runs. Each round begins with another of them.
 */
export async function interleaved(
  contenders: readonly Contender[],
  { warmUps, runs }: Counts,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const figures = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < warmUps + runs; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const { name, run } = contenders[(round + turn) % contenders.length]!;
      const figure = await run(round);
      const counts = round >= warmUps;
      if (counts) figures.get(name)!.push(figure);
      say(`${counts ? `run ${round - warmUps + 1} of ${runs}` : `warm-up ${round + 1} of ${warmUps}`}: ${name} ${figure.toPrecision(4)}`);
    }
  }
  return figures;
}

/** How many a second, of so many that were done since `began` (by `performance.now()`). */
export function perSecond(count: number, began: number): number {
  return (count * 1_000) / (performance.now() - began);
}
