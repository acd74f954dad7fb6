import type { openingBalances } from '../opening-balances.js';
import type { GuideTo } from './column-guide.js';

export const openingBalancesGuide: GuideTo<typeof openingBalances> = {
  purpose: 'Only once, when you begin: what was delivered before, for which there are no single reports. It is always shown apart as brought forward.',
  columns: {
    commitment: { meaning: 'The commitment: its reference in the sheet commitments.', way: 'reference elsewhere', example: 'e.g. K01' },
    provider: { meaning: 'The member who delivered it: the reference in the sheet providers.', way: 'reference elsewhere', empty: 'If left empty: the commitment’s, or all by their shares.', example: '' },
    from: { meaning: 'The first day.', way: 'date', example: '2024-04-01' },
    to: { meaning: 'The last day.', way: 'date', example: '2025-03-31' },
    quantity: { meaning: 'How much, in the measure’s unit.', way: 'number', example: '380' },
    attested_by: { meaning: 'The person who vouches for the figure.', way: 'person', empty: 'If left empty: nobody does, and it does not count as validated.', example: 'finance@eastmoor.example' },
  },
};
