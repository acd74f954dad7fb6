import type { deliveries } from '../deliveries.js';
import type { GuideTo } from './column-guide.js';

export const deliveriesGuide: GuideTo<typeof deliveries> = {
  purpose: 'What providers report: one row for each commitment and period, or for each dated item.',
  columns: {
    reference: { meaning: 'What you call the report. Reviews and corrections name it by this.', way: 'reference', example: 'e.g. D001' },
    commitment: { meaning: 'The commitment: its reference in the sheet commitments.', way: 'reference elsewhere', example: 'e.g. K01' },
    provider: { meaning: 'The member who delivered it: the reference in the sheet providers.', way: 'reference elsewhere', empty: 'If left empty: the commitment’s, or all by their shares.', example: '' },
    from: { meaning: 'The first day of the period, or the day of the item.', way: 'date', example: '2025-04-01' },
    to: { meaning: 'The last day of the period; for an item the same day. No period may cross 31 March.', way: 'date', example: '2025-06-30' },
    quantity: { meaning: 'How much, in the measure’s unit: what was delivered in this period, not since the beginning. For nothing write 0. For the kind FTE, the posts held.', way: 'number', empty: 'Leave it empty for the kinds hours x people and text.', example: '112' },
    hours: { meaning: 'Only for the kind hours x people: hours of each person.', way: 'number', empty: 'Leave it empty for all other kinds.', example: '' },
    people: { meaning: 'Only for the kind hours x people: how many people.', way: 'whole number', empty: 'Leave it empty for all other kinds.', example: '' },
    text: { meaning: 'Only for the kind text: what is reported, in words.', way: 'sentences', empty: 'Leave it empty for all other kinds.', example: '' },
    item: { meaning: 'yes for one dated item among others, no for the total of the whole period.', way: 'yes or no', empty: 'If left empty: no.', example: 'no' },
    in_addition: { meaning: 'yes if this comes beside what is already reported for the same days, and is no part of it.', way: 'yes or no', empty: 'If left empty: no.', example: 'no' },
    description: { meaning: 'What was done.', way: 'sentences', example: 'Nine apprentices, of whom two began in May.' },
    evidence: {
      meaning: 'What shows it: the kind, or the kind, a colon and the name of a file that lies in the same folder as this workbook. A file that is not there is recorded as held by the authority.',
      way: 'list',
      empty: 'If left empty: there is none yet.',
      example: 'college register: register-2025-q1.pdf',
    },
    evidenced_quantity: { meaning: 'How much of the quantity the evidence supports, where evidence is required.', way: 'number', empty: 'If left empty: all of it.', example: '' },
    reported_on: { meaning: 'The day on which the provider reported it.', way: 'date', example: '2025-07-14' },
    reported_by: { meaning: 'The person who reported it; somebody else must review it.', way: 'person', example: 'returns@brightwell.example' },
    corrects: { meaning: 'For the correction of an earlier report: its reference. This row then says all that is right, not the difference.', way: 'reference elsewhere', empty: 'If left empty: it corrects nothing.', example: '' },
    reason: { meaning: 'Why an earlier report was corrected or a row was changed, or why an unusual figure is right.', way: 'sentences', example: '' },
  },
};
