import type { Period } from '#domain/kernel/period.js';

/** What is said of a season, and the months in which it may be. */
const SEASONS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/Christmas|snow\b/, [12, 1]],
  [/winter|warmer coats/, [12, 1, 2, 3]],
  [/spring/, [3, 4, 5, 6]],
  [/April/, [4, 5, 6]],
  [/summer|drought/, [6, 7, 8, 9]],
  [/harvest|autumn|October/, [9, 10, 11, 12]],
];

/** Whether something said of a period suits its season. */
export function suits(said: string, { from, to }: Period): boolean {
  const season = SEASONS.find(([words]) => words.test(said));
  if (!season) return true;
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1;
  return season[1].some((month) => Array.from({ length: last - first + 1 }, (_, count) => ((first + count) % 12) + 1).includes(month));
}
