import type { TemplateRow } from '#areas/workbook/index.js';
import { addDays, type IsoDate } from '#domain/kernel/date.js';
import type { Chance } from '../chance.js';
import type { Evidence } from '../distributions/evidence.js';
import { correctionDay, type Fate, fateOf, fateOfQuery, isCorrected, reviewDay, reviewMethod } from '../distributions/reviews.js';
import { weekday } from '../periods.js';
import { measureOf } from '../words/measures.js';
import { answersAccepted, evidenceCame, mistakes, partReasons, queries, rejections } from '../words/reasons.js';
import type { CommitmentMade } from './commitment-made.js';
import type { ContractMade } from './contract-made.js';
import type { Ground } from './ground.js';
import type { MadeRow } from './made-row.js';
import { figuresOf, partOf } from './quantities.js';

const CARBON = 'M16';

/** What is known of a report when it is reviewed. */
interface Reported {
  readonly day: IsoDate;
  readonly figures: Pick<TemplateRow<'deliveries'>, 'quantity' | 'hours' | 'people'>;
  readonly evidence: Evidence;
  /** What the evidence supports, where that is a part. */
  readonly short: string | undefined;
}

/** Decides a report, puts a query or leaves it; some are corrected afterwards. */
export function reviewDelivery(ground: Ground, contract: ContractMade, commitment: CommitmentMade, chance: Chance, report: MadeRow<'deliveries'>, reported: Reported): void {
  const whole = ['text', 'percentage'].includes(measureOf(commitment.measure).kind);
  const drawn = fateOf(chance, reported.evidence);
  const part = drawn === 'part validated' && !whole ? (reported.short ?? partOf(reported.figures, chance.within(0.5, 0.92))) : undefined;
  const fate: Fate = drawn === 'part validated' && part === undefined ? 'validated' : drawn;
  const day = reviewDay(chance, reported.day);
  if (fate === 'waits' || !decide(ground, contract, commitment, chance, report.values.reference, { fate, day, part, evidence: reported.evidence })) return;
  if (fate === 'queried') return afterQuery(ground, contract, commitment, chance, report, { ...reported, day });
  if (!whole && isCorrected(chance, fate, reported.evidence)) correct(ground, contract, commitment, chance, report, { ...reported, day });
}

interface Decision {
  readonly fate: Exclude<Fate, 'waits'>;
  readonly day: IsoDate;
  readonly part?: string | undefined;
  readonly evidence: Evidence;
  /** Said of a validation. */
  readonly why?: string;
}

/** Adds a review; false where it is still to come. */
function decide({ made }: Ground, { manager }: ContractMade, { evidence: asked, measure }: CommitmentMade, chance: Chance, delivery: string, { fate, day, part, evidence, why }: Decision): boolean {
  const reason = why || reasonFor(chance, fate, asked, measure);
  const method = reviewMethod(chance, evidence, asked !== '');
  const moment = made.momentOf(day);
  if (moment === undefined) return false;
  made.add('reviews', moment, {
    ...{ delivery, decision: fate, reviewed_on: day, reviewed_by: manager },
    quantity: fate === 'part validated' ? part! : null,
    method: fate === 'queried' ? null : method,
    reason: reason === '' ? null : reason,
  });
  return true;
}

function reasonFor(chance: Chance, fate: Decision['fate'], asked: string, measure: string): string {
  switch (fate) {
    case 'part validated':
      return chance.pick(partReasons[asked] ?? partReasons['']!);
    case 'queried':
      return chance.pick(queries[measure === CARBON ? 'carbon' : measureOf(measure).kind]!);
    case 'rejected':
      return chance.pick(rejections);
    case 'validated':
      return '';
  }
}

function afterQuery(ground: Ground, contract: ContractMade, commitment: CommitmentMade, chance: Chance, report: MadeRow<'deliveries'>, queried: Reported): void {
  const fate = fateOfQuery(chance);
  const day = weekday(addDays(queried.day, chance.between(15, 55)));
  if (fate === 'validated') decide(ground, contract, commitment, chance, report.values.reference, { fate, day, evidence: queried.evidence, why: chance.pick(answersAccepted) });
  if (fate === 'corrected' && queried.figures.quantity !== null) correct(ground, contract, commitment, chance, report, queried);
}

/**
 * The provider states a report anew: with the evidence that had been missing, or another figure. A review is of what
 * stands, so a correction comes with a later import than the review before it.
 */
function correct(ground: Ground, contract: ContractMade, commitment: CommitmentMade, chance: Chance, report: MadeRow<'deliveries'>, reviewed: Reported): void {
  const { made } = ground;
  const drawn = correctionDay(chance, reviewed.day);
  const after = made.momentOf(reviewed.day)!;
  const day = drawn > made.dayOf(after) ? drawn : weekday(addDays(made.dayOf(after), chance.between(3, 30)));
  const lacked = reviewed.evidence !== 'complete';
  const measure = measureOf(commitment.measure);
  const figures = lacked ? reviewed.figures : figuresOf(chance, measure, Math.max(1, Number(reviewed.figures.quantity ?? reviewed.figures.hours) * (reviewed.figures.people ?? 1) * chance.within(0.6, 1.2)));
  const reason = chance.pick(lacked ? (evidenceCame[commitment.evidence] ?? evidenceCame['']!) : mistakes[measure.kind]!);
  const moment = made.momentOf(day);
  if (moment === undefined || !figures) return;
  const { values } = report;
  const correction = made.add('deliveries', moment, {
    ...{ ...values, ...figures, reason, reported_on: day },
    reference: `${values.reference}-b`,
    description: null,
    evidence: commitment.evidence === '' ? [] : [{ kind: commitment.evidence, fileName: null }],
    evidenced_quantity: null,
    corrects: values.reference,
  });
  if (chance.happens(0.8)) decide(ground, contract, commitment, chance, correction.values.reference, { fate: 'validated', day: reviewDay(chance, day), evidence: 'complete' });
}
