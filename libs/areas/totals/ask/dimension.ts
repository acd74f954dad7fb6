/** The dimensions of every total, by the names that people type (INTERFACE.md). */
export const DIMENSIONS = [
  'year',
  'quarter',
  'contract-basis',
  'theme',
  'outcome',
  'measure',
  'contract',
  'directorate',
  'provider',
  'provider-type',
  'place',
  'beneficiary-agency',
  'beneficiary-group',
  'priority',
  'money',
  'tag',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function isDimension(text: string): text is Dimension {
  return (DIMENSIONS as readonly string[]).includes(text);
}

/** What amounts may be grouped by: a dimension, or, for the share kept, each commitment by itself. */
export type Grouping = Dimension | 'commitment';

/** The column that holds a dimension, of the table of dimensions; year, quarter and tag are worked out. */
export const COLUMN_OF: Readonly<Record<Exclude<Grouping, 'year' | 'quarter' | 'tag'>, string>> = {
  commitment: 'commitment',
  'contract-basis': 'contract_basis',
  theme: 'theme',
  outcome: 'outcome',
  measure: 'measure',
  contract: 'contract',
  directorate: 'directorate',
  provider: 'provider',
  'provider-type': 'provider_type',
  place: 'place',
  'beneficiary-agency': 'beneficiary_agency',
  'beneficiary-group': 'beneficiary_group',
  priority: 'priority',
  money: 'money',
};
