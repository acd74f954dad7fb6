import { addDays, type IsoDate } from './date.js';

/** From one day to another, both counted. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function overlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

export function samePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** The days between periods that follow one another without touching. */
export function gapsBetween(periods: readonly Period[]): readonly Period[] {
  return periods.slice(1).flatMap(({ from }, before) => {
    const gap = { from: addDays(periods[before]!.to, 1), to: addDays(from, -1) };
    return gap.from <= gap.to ? [gap] : [];
  });
}
