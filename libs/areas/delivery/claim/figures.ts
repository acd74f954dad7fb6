import { typedQuantity } from '#domain/contract/delivery-claim.js';
import type { Commitment } from '#domain/contract/state.js';
import { LARGEST_VALUE, unitValueOf, type Pence } from '#domain/kernel/money.js';
import type { Period } from '#domain/kernel/period.js';
import { LARGEST_QUANTITY, magnitude, ONE, type Quantity } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';
import { countedQuantity } from '#domain/measures/count.js';
import type { MeasureKind } from '#domain/measures/measure.js';
import { valueOf } from '#domain/measures/value.js';
import type { Claim } from './claim.js';

const FIGURES = ['quantity', 'hours', 'people', 'text'] as const;
type FigureName = (typeof FIGURES)[number];
export type ClaimedFigures = Pick<Claim, FigureName>;

/** The figures that each kind of measure is reported in; the others are left out. */
const ASKED: Readonly<Record<MeasureKind, readonly FigureName[]>> = {
  number: ['quantity'],
  'hours x people': ['hours', 'people'],
  FTE: ['quantity'],
  money: ['quantity'],
  percentage: ['quantity'],
  text: ['text'],
};

/** Growth may pass 100% and a fall is negative, but nothing that people report lies beyond ±1000%. */
const LARGEST_PERCENTAGE = 1000n * ONE;

/** The field that a figure too large is put right in. */
export function figureField(kind: MeasureKind): FigureName {
  return ASKED[kind][0]!;
}

/** The quantity as typed, for hours × people the product; null for a text, or where the figures are not all there. */
export function claimedQuantity(kind: MeasureKind, { quantity, hours, people }: ClaimedFigures): Quantity | null {
  switch (kind) {
    case 'text':
      return null;
    case 'hours x people':
      return hours === null || people === null ? null : typedQuantity({ hours, people });
    default:
      return quantity === null ? null : typedQuantity({ quantity });
  }
}

/** What a typed quantity of a commitment is worth; null where its measure has no value. */
export function worth({ terms: { measure } }: Commitment, typed: Quantity | null, period: Period): Pence | null {
  if (typed === null || measure.unitValue === null) return null;
  return valueOf(countedQuantity(measure.kind, typed, period), unitValueOf(measure.unitValue));
}

/** Whether exactly the figures that the measure asks for are given, and within the limits of the record. */
export function checkFigures(faults: Faults, commitment: Commitment, given: ClaimedFigures, period: Period | null): void {
  const { measure } = commitment.terms;
  const asked = ASKED[measure.kind];
  for (const name of FIGURES) {
    const value = given[name];
    const blank = value === null || (name === 'text' && given.text?.trim() === '');
    if (asked.includes(name) && blank) {
      faults.add(name, value, `must be given for a measure of kind ${measure.kind}`, `Give ${asked.join(' and ')}.`);
    } else if (!asked.includes(name) && !blank) {
      faults.add(name, value, `must be left out for a measure of kind ${measure.kind}`, `Leave it empty; give ${asked.join(' and ')}.`);
    }
  }
  const typed = claimedQuantity(measure.kind, given);
  if (typed === null) return;
  const field = figureField(measure.kind);
  const pence = period && worth(commitment, typed, period);
  if (magnitude(typed) > LARGEST_QUANTITY) {
    faults.add(field, given[field], 'must give no more than 10,000,000,000 in all', 'Check the hours and the number of people.');
  } else if (measure.kind === 'percentage' && magnitude(typed) > LARGEST_PERCENTAGE) {
    faults.add(field, given[field], 'must lie between -1000 and 1000 percent', 'Give the percentage: 12.5 for 12.5%.');
  } else if (pence !== null && Math.abs(pence) > LARGEST_VALUE) {
    faults.add(field, given[field], 'must not be worth more than £100,000 million', 'Check the figure and the unit of the measure.');
  }
}
