import type { MeasureTerms } from '#domain/measures/measure.js';
import { noFactors } from '#domain/measures/measure.js';

export const directorates = ["Children's services", 'Adult social care', 'Public health', 'Resources', 'Place', 'Housing', 'Highways'];
export const places = ['Eastmoor', 'Northgate', 'Harbour', 'Sallow Fields', 'Ashwold', 'Kingsmead', ''];
export const beneficiaryGroups = ['young people', 'care leavers', 'long-term unemployed', 'carers', '', ''];
export const beneficiaryAgencies = ['DWP', 'community safety', 'youth offending service', '', ''];
export const priorities = ['Care leavers first', 'Warm spaces', 'Clean growth', '', ''];
export const providerTypes = ['small business', 'medium business', 'large business', 'charity or community', 'social enterprise', 'public body'] as const;
export const evidenceKinds = ['payroll', 'invoices', 'college letter', 'sign-in sheet'];
export const bidSentences = [
  'We will take on local people who have been out of work for more than a year and keep them in post for the whole of the contract.',
  'Our staff will give volunteer hours to the charities that the council names, in working time and at our cost.',
  'At least a fifth of what we spend on materials will be spent with small firms within ten miles.',
  'We will bring our apprentices to the end of their courses, with a mentor for each.',
];

type Kind = Pick<MeasureTerms, 'name' | 'theme' | 'outcome' | 'unit' | 'kind' | 'combine' | 'money' | 'unitValue'> & {
  /** What a report of one month is about, in tenths of the unit; for hours × people the hours. */
  readonly usual: readonly [number, number];
  readonly deadweight: string | null;
};

const kinds: readonly Kind[] = [
  { name: 'Local people employed', theme: 'Jobs', outcome: 'More people in work', unit: 'full-time year', kind: 'FTE', combine: 'sum', money: 'estimate', unitValue: '21345.6789', usual: [5, 60], deadweight: '10' },
  { name: 'Apprenticeship weeks', theme: 'Jobs', outcome: 'Skills for the young', unit: 'week', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '251.7833', usual: [10, 240], deadweight: '12.5' },
  { name: 'Volunteering hours', theme: 'Communities', outcome: 'Stronger charities', unit: 'hour', kind: 'hours x people', combine: 'sum', money: 'estimate', unitValue: '16.9325', usual: [10, 80], deadweight: null },
  { name: 'Spend with local suppliers', theme: 'Growth', outcome: 'Local economy', unit: 'pound', kind: 'money', combine: 'sum', money: 'cash', unitValue: '1', usual: [20_000, 900_000], deadweight: '33.3333' },
  { name: 'Donations', theme: 'Communities', outcome: 'Stronger charities', unit: 'pound', kind: 'money', combine: 'sum', money: 'in kind', unitValue: '1', usual: [500, 50_000], deadweight: null },
  { name: 'School visits', theme: 'Jobs', outcome: 'Skills for the young', unit: 'hour', kind: 'hours x people', combine: 'sum', money: 'estimate', unitValue: '14.43', usual: [10, 60], deadweight: '0' },
  { name: 'Work experience weeks', theme: 'Jobs', outcome: 'Skills for the young', unit: 'week', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '158.015', usual: [10, 90], deadweight: '25' },
  { name: 'Support for small firms', theme: 'Growth', outcome: 'Local economy', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '101', usual: [10, 300], deadweight: null },
  { name: 'Care leavers in post', theme: 'Jobs', outcome: 'Fair employment', unit: 'person', kind: 'number', combine: 'latest', money: 'estimate', unitValue: '1000.5', usual: [10, 80], deadweight: null },
  { name: 'Carbon avoided', theme: 'Environment', outcome: 'Net zero', unit: 'tonne CO2e', kind: 'number', combine: 'sum', money: 'none', unitValue: null, usual: [1, 400], deadweight: null },
  { name: 'Waste reused', theme: 'Environment', outcome: 'Less waste', unit: 'tonne', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '96.7', usual: [5, 700], deadweight: '15' },
  { name: 'Local people on the contract', theme: 'Jobs', outcome: 'More people in work', unit: 'percent', kind: 'percentage', combine: 'never', money: 'none', unitValue: null, usual: [100, 900], deadweight: null },
];

/** A measure of the invented authority's set, with what a report on it is about. */
export interface InventedMeasure {
  readonly terms: MeasureTerms;
  readonly usual: readonly [number, number];
}

export const measures: readonly InventedMeasure[] = kinds.map(({ usual, deadweight, ...terms }, place) => ({
  terms: {
    ...terms,
    measure: `M${String(place + 1).padStart(2, '0')}`,
    valueSource: terms.unitValue === null ? '' : 'own estimate, 2022',
    factors: { ...noFactors, deadweight },
    tags: place % 4 === 0 ? ['marmot:2'] : [],
  },
  usual,
}));
