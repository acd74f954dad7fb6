import type { returns } from '../returns.js';
import type { GuideTo } from './column-guide.js';

export const returnsGuide: GuideTo<typeof returns> = {
  purpose: 'The provider’s statement that this is all for the contract and period: one row for each. Without it nobody knows whether more is to come.',
  columns: {
    contract: { meaning: 'The contract: its reference in the sheet contracts.', way: 'reference elsewhere', example: 'e.g. C01' },
    provider: { meaning: 'The member whose statement it is: the reference in the sheet providers.', way: 'reference elsewhere', empty: 'If left empty: the lead’s.', example: '' },
    from: { meaning: 'The first day of the period.', way: 'date', example: '2025-04-01' },
    to: { meaning: 'The last day of the period.', way: 'date', example: '2025-06-30' },
    nil: { meaning: 'yes if nothing was delivered in the period.', way: 'yes or no', empty: 'If left empty: no.', example: 'no' },
    submitted_on: { meaning: 'The day on which the return was submitted.', way: 'date', example: '2025-07-14' },
    submitted_by: { meaning: 'The person who submitted it.', way: 'person', example: 'returns@brightwell.example' },
  },
};
