/** What an invented authority's histories are made of. Odd references are there on purpose: order is by code point. */
export const providerReferences = ['P1', 'P2', 'P10', 'P9', 'p-3', 'Ω-Trust', 'ﬀ-Partners', '🏠-Homes', 'Brightwell Construction', 'constructor'];

export const providerTypes = ['small business', 'medium business', 'large business', 'charity or community', 'social enterprise', 'public body'];

export const directorates = ["Children's services", 'Adult social care', 'Public health', 'Resources', 'Place'];

export const places = ['Eastmoor', 'Northgate', 'Harbour', ''];
export const beneficiaryGroups = ['young people', 'care leavers', 'long-term unemployed', 'constructor', '', ''];
export const beneficiaryAgencies = ['DWP', 'community safety', '', ''];
export const priorities = ['Care leavers first', 'Warm spaces', '', ''];
export const tags = ['marmot:2', 'marmot:3', 'lens:café', 'domain:method'];

export const evidenceKinds = ['payroll', 'invoices', 'purchase ledger', 'college letter', 'sign-in sheet'];

/** Each adds to exactly 100. */
export const shares: readonly (readonly string[])[] = [
  ['100'],
  ['60', '40'],
  ['66.67', '33.33'],
  ['33.3334', '33.3333', '33.3333'],
  ['33.34', '33.33', '33.33'],
  ['60', '25', '15'],
  ['99.9999', '0.0001'],
  ['14.2857', '14.2857', '14.2857', '14.2858', '14.2857', '14.2857', '14.2857'],
];

export interface MeasurePattern {
  readonly name: string;
  readonly theme: string;
  readonly outcome: string;
  readonly unit: string;
  readonly kind: 'number' | 'hours x people' | 'FTE' | 'money' | 'percentage' | 'text';
  readonly combine: 'sum' | 'latest' | 'never';
  readonly money: 'cash' | 'in kind' | 'estimate' | 'none';
  readonly unitValue: string | null;
}

/** Every kind, every way of combining, every kind of money; unit values that round to ties. */
export const measurePatterns: readonly MeasurePattern[] = [
  { name: 'Local people employed', theme: 'Jobs', outcome: 'More people in work', unit: 'full-time year', kind: 'FTE', combine: 'sum', money: 'estimate', unitValue: '21345.6789' },
  { name: 'Apprenticeship weeks', theme: 'Jobs', outcome: 'Skills for the young', unit: 'week', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '251.7833' },
  { name: 'Volunteering hours', theme: 'Communities', outcome: 'Stronger charities', unit: 'hour', kind: 'hours x people', combine: 'sum', money: 'estimate', unitValue: '16.9325' },
  { name: 'Spend with local suppliers', theme: 'Growth', outcome: 'Local economy', unit: 'pound', kind: 'money', combine: 'sum', money: 'cash', unitValue: '1' },
  { name: 'Donations', theme: 'Communities', outcome: 'Stronger charities', unit: 'pound', kind: 'money', combine: 'sum', money: 'in kind', unitValue: '1' },
  { name: 'Care leavers in post', theme: 'Jobs', outcome: 'Fair employment', unit: 'person', kind: 'number', combine: 'latest', money: 'estimate', unitValue: '1000.5' },
  { name: 'Trees standing', theme: 'Environment', outcome: 'Green places', unit: 'tree', kind: 'number', combine: 'latest', money: 'none', unitValue: null },
  { name: 'Hours on the rota', theme: 'Communities', outcome: 'Voice', unit: 'hour', kind: 'hours x people', combine: 'latest', money: 'estimate', unitValue: '0.005' },
  { name: 'Fund held for the community', theme: 'Growth', outcome: 'Local economy', unit: 'pound', kind: 'money', combine: 'latest', money: 'cash', unitValue: '1' },
  { name: 'Carbon avoided', theme: 'Environment', outcome: 'Net zero', unit: 'tonne CO2e', kind: 'number', combine: 'sum', money: 'none', unitValue: null },
  { name: 'Leaflets', theme: 'Communities', outcome: 'Voice', unit: 'leaflet', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '0.015' },
  { name: 'Not yet valued', theme: 'Communities', outcome: 'Voice', unit: 'visit', kind: 'number', combine: 'sum', money: 'estimate', unitValue: null },
  { name: 'Local people on the contract', theme: 'Jobs', outcome: 'More people in work', unit: 'percent', kind: 'percentage', combine: 'never', money: 'none', unitValue: null },
  { name: 'What changed for people', theme: 'Communities', outcome: 'Voice', unit: 'text', kind: 'text', combine: 'never', money: 'none', unitValue: null },
  { name: 'A score', theme: 'Communities', outcome: 'Voice', unit: 'point', kind: 'number', combine: 'never', money: 'estimate', unitValue: '3.5' },
];

export const factorPercents = ['0', '10', '12.5', '33.3333', '62', '100'];
