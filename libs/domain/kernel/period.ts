import type { IsoDate } from './date.js';

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
