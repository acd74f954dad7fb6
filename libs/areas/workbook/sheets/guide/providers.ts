import type { providers } from '../providers.js';
import type { GuideTo } from './column-guide.js';

export const providersGuide: GuideTo<typeof providers> = {
  purpose: 'The companies, charities and public bodies that deliver: one row for each, also for each member of a consortium.',
  columns: {
    reference: { meaning: 'What you call the provider. Every other sheet names it by this.', way: 'reference', example: 'e.g. P01' },
    name: { meaning: 'The provider’s name, as on the contract.', way: 'words', example: 'Brightwell Building Ltd' },
    type: { meaning: 'What kind of organisation it is. Totals can be asked for by this.', way: 'choice', example: 'medium business' },
    local: { meaning: 'Whether it is local, as your authority uses the word.', way: 'yes or no', empty: 'If left empty: not known.', example: 'yes' },
    place: { meaning: 'Where it is based.', way: 'words', example: 'Eastmoor' },
    companies_house: { meaning: 'Its number at Companies House.', way: 'words', example: '01234567' },
    charity_number: { meaning: 'Its number as a registered charity.', way: 'words', example: '' },
  },
};
