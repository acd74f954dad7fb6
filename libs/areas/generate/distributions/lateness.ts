import { addDays, type IsoDate } from '#domain/kernel/date.js';
import type { Chance } from '../chance.js';
import { weekday } from '../periods.js';
import type { Temperament } from './temperaments.js';

/** Calendar days after a period's end: 20 working days are about 28 (DOMAIN.md). */
const DAYS: readonly (readonly [number, readonly [number, number]])[] = [
  [62, [9, 27]],
  [22, [28, 45]],
  [10, [46, 90]],
  [4, [91, 160]],
];
const NEVER = 0.02;

/** The day on which a member's return for a period comes; undefined: it never does. */
export function returnDay(chance: Chance, { kind }: Temperament, periodEnds: IsoDate): IsoDate | undefined {
  if (chance.happens(kind === 'failing' ? NEVER * 5 : NEVER)) return undefined;
  const [earliest, latest] = chance.weighted(DAYS);
  const later = kind === 'failing' || kind === 'weak' ? 8 : 0;
  return weekday(addDays(periodEnds, chance.between(earliest, latest) + later));
}
