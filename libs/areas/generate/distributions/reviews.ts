import { addDays, type IsoDate } from '#domain/kernel/date.js';
import type { Chance } from '../chance.js';
import { weekday } from '../periods.js';
import type { Evidence } from './evidence.js';

export type Fate = 'validated' | 'part validated' | 'queried' | 'rejected' | 'waits';

/** What becomes of a report, by the evidence that came with it. */
const FATES: Readonly<Record<Evidence, readonly (readonly [number, Fate])[]>> = {
  complete: [[80, 'validated'], [9, 'part validated'], [4, 'queried'], [2, 'rejected'], [5, 'waits']],
  'for a part': [[20, 'validated'], [62, 'part validated'], [12, 'queried'], [6, 'waits']],
  missing: [[22, 'validated'], [20, 'part validated'], [26, 'queried'], [20, 'rejected'], [12, 'waits']],
};

export function fateOf(chance: Chance, evidence: Evidence): Fate {
  return chance.weighted(FATES[evidence]);
}

/** What becomes of a query that was put: it is answered and the report accepted, the report is corrected, or neither. */
export function fateOfQuery(chance: Chance): 'validated' | 'corrected' | 'waits' {
  return chance.weighted([[60, 'validated'], [25, 'corrected'], [15, 'waits']]);
}

/** Of validated reports, so many are found to be wrong by their providers. */
const FOUND_WRONG = 0.03;
/** Of those turned down or cut for want of evidence, so many are corrected when it comes. */
const EVIDENCE_COMES = 0.45;

export function isCorrected(chance: Chance, fate: Fate, evidence: Evidence): boolean {
  const wanted = evidence !== 'complete' && (fate === 'rejected' || fate === 'part validated');
  return fate !== 'waits' && chance.happens(wanted ? EVIDENCE_COMES : FOUND_WRONG);
}

/** Reviewers get to a report between two and ten weeks after it came. */
export function reviewDay(chance: Chance, reported: IsoDate): IsoDate {
  return weekday(addDays(reported, chance.between(14, 70)));
}

/** A correction comes one to five months after the review. */
export function correctionDay(chance: Chance, reviewed: IsoDate): IsoDate {
  return weekday(addDays(reviewed, chance.between(30, 150)));
}

export function reviewMethod(chance: Chance, evidence: Evidence, asked: boolean): 'document' | 'visit' | 'beneficiary' | 'data we hold' {
  if (asked && evidence !== 'missing') return chance.happens(0.9) ? 'document' : 'visit';
  return chance.weighted([[45, 'beneficiary'], [30, 'visit'], [25, 'data we hold']]);
}
