import type { contracts } from '../contracts.js';
import type { GuideTo } from './column-guide.js';

export const contractsGuide: GuideTo<typeof contracts> = {
  purpose: 'The contracts in which social value was promised: one row for each.',
  columns: {
    reference: { meaning: 'What you call the contract. Every other sheet names it by this.', way: 'reference', example: 'e.g. C01' },
    title: { meaning: 'What the contract is about, in a few words.', way: 'words', example: 'Two primary schools' },
    directorate: { meaning: 'The part of the authority that it belongs to. Totals can be asked for by this.', way: 'words', example: 'Children and families' },
    provider: { meaning: 'The provider who leads: the reference in the sheet providers. The other members of a consortium go into the sheet members.', way: 'reference elsewhere', example: 'e.g. P01' },
    manager: { meaning: 'The person who manages the contract for the authority.', way: 'person', example: 'contracts@eastmoor.example' },
    starts_on: { meaning: 'The first day of the contract.', way: 'date', example: '2024-04-01' },
    ends_on: { meaning: 'The last day of the contract.', way: 'date', example: '2027-03-31' },
    value_gbp: { meaning: 'What the contract is worth over its whole life.', way: 'pounds', example: '4200000' },
    reporting: { meaning: 'How often the provider reports what was delivered.', way: 'choice', example: 'quarterly' },
    due_working_days: { meaning: 'Within how many working days after a period ends its report is due.', way: 'whole number', empty: 'If left empty: 20.', example: '20' },
    jurisdiction: { meaning: 'Whose law the contract is under; it decides which days are working days.', way: 'choice', empty: 'If left empty: england-and-wales.', example: 'england-and-wales' },
    regime: { meaning: 'The procurement rules under which the contract was let.', way: 'choice', empty: 'If left empty: other.', example: 'procurement-act-2023' },
  },
};
