import type { targets } from '../targets.js';
import type { GuideTo } from './column-guide.js';

export const targetsGuide: GuideTo<typeof targets> = {
  purpose: 'How much of each commitment is due by when: one row for each commitment and period. No period may cross 31 March.',
  columns: {
    commitment: { meaning: 'The commitment: its reference in the sheet commitments.', way: 'reference elsewhere', example: 'e.g. K01' },
    from: { meaning: 'The first day of the period.', way: 'date', example: '2025-04-01' },
    to: { meaning: 'The last day of the period; what was promised is due when it ends.', way: 'date', example: '2026-03-31' },
    quantity: { meaning: 'How much, in the measure’s unit. For the kind FTE, the posts held in that period.', way: 'number', example: '420' },
  },
};
