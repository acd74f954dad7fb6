import { type IsoDate, longDate } from '#domain/kernel/date.js';
import type { AtRiskAnswer } from './at-risk-shape.js';

/** Until when it can be averted; once its period has ended, what it rests on. */
export function lastDayInWords({ decidedBy, waiting }: Pick<AtRiskAnswer, 'decidedBy' | 'waiting'>, on: IsoDate): string {
  if (decidedBy >= on) return longDate(decidedBy);
  return `The period ended on ${longDate(decidedBy)}${waiting.length === 0 ? '' : ': it rests on the authority’s review'}`;
}
