import { dayNumber, type IsoDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';

/** The quarter of a contract that a period ends in, its first being 0. */
export function quarterOf(begins: IsoDate, { to }: Period): number {
  return Math.max(0, Math.floor((dayNumber(to) - dayNumber(begins)) / 91.3));
}
