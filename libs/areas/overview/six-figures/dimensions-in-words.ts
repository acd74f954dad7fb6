import type { Dimension } from '#areas/totals/index.js';
import { stated } from './six-figures.js';

const IN_WORDS: Readonly<Record<Dimension, string>> = {
  year: 'Financial year',
  quarter: 'Quarter',
  'contract-basis': 'Basis',
  theme: 'Theme',
  outcome: 'Outcome',
  measure: 'Measure',
  contract: 'Contract',
  directorate: 'Directorate',
  provider: 'Provider',
  'provider-type': 'Type of provider',
  place: 'Place',
  'beneficiary-agency': 'Agency of beneficiaries',
  'beneficiary-group': 'Group of beneficiaries',
  priority: 'Priority',
  money: 'Kind of money',
  tag: 'Tag',
};

/** A dimension as pages call it. */
export function dimensionInWords(dimension: Dimension): string {
  return IN_WORDS[dimension];
}

/** A value of a dimension as pages call it. */
export function valueInWords(dimension: Dimension, value: string): string {
  if (dimension === 'contract-basis') return value === 'contract' ? 'promised in contracts' : value;
  return stated(value);
}
