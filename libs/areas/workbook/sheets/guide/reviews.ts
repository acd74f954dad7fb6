import type { reviews } from '../reviews.js';
import type { GuideTo } from './column-guide.js';
import { factorGuides } from './factor-guides.js';

export const reviewsGuide: GuideTo<typeof reviews> = {
  purpose: 'What the authority decided about reports: one row for each decision. Nothing counts as validated without one.',
  columns: {
    delivery: { meaning: 'The report: its reference in the sheet deliveries.', way: 'reference elsewhere', example: 'e.g. D001' },
    decision: { meaning: 'validated: all of it is accepted. part validated: the quantity is. queried: a question, nothing is decided yet. rejected: nothing is accepted.', way: 'choice', example: 'part validated' },
    quantity: { meaning: 'For part validated: how much is accepted.', way: 'number', empty: 'Leave it empty for all other decisions.', example: '104' },
    method: { meaning: 'How it was checked. document: papers were read. visit: somebody went there. beneficiary: those whom it was for were asked. data we hold: it was compared with records of the authority.', way: 'choice', empty: 'Leave it empty for queried.', example: 'document' },
    reviewed_on: { meaning: 'The day of the decision.', way: 'date', example: '2025-07-22' },
    reviewed_by: { meaning: 'The person who decided; not the one who reported it.', way: 'person', example: 'contracts@eastmoor.example' },
    reason: { meaning: 'Why; or, for queried, the question.', way: 'sentences', empty: 'May be left empty for validated.', example: 'Eight weeks are those of an apprentice who had left.' },
    ...factorGuides('If left empty: the commitment’s percentage is used, or the measure’s.', ['', '', '', '']),
  },
};
