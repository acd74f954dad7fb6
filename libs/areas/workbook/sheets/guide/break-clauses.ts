import type { breakClauses } from '../break-clauses.js';
import type { GuideTo } from './column-guide.js';

export const breakClausesGuide: GuideTo<typeof breakClauses> = {
  purpose: 'The clauses by which a contract can be ended when too little social value arrives: one row for each.',
  columns: {
    reference: { meaning: 'What you call the clause.', way: 'reference', example: 'e.g. B01' },
    contract: { meaning: 'The contract: its reference in the sheet contracts.', way: 'reference elsewhere', example: 'e.g. C01' },
    condition: { meaning: 'What must happen. shortfall: too little is validated for too long. silence: no return comes. critical commitment missed: one marked critical is missed.', way: 'choice', example: 'shortfall' },
    below_percent: { meaning: 'For a shortfall: below which part of what is due.', way: 'percentage', empty: 'Leave it empty for the other conditions.', example: '60' },
    consecutive_periods: { meaning: 'For a shortfall: for how many reporting periods, one after another.', way: 'whole number', empty: 'Leave it empty for the other conditions.', example: '2' },
    working_days_late: { meaning: 'For silence: how many working days late the return is.', way: 'whole number', empty: 'Leave it empty for the other conditions.', example: '' },
    time_to_put_right_working_days: { meaning: 'How many working days the provider has to put it right.', way: 'whole number', example: '30' },
    remediable: { meaning: 'Whether the breach can be put right.', way: 'yes or no', example: 'yes' },
    notice_form: { meaning: 'How notice must be given.', way: 'words', example: 'In writing, by post' },
    notice_address: { meaning: 'Where notice must be sent.', way: 'words', example: 'The Company Secretary, 1 Mill Lane, Eastmoor' },
    deemed_service_working_days: { meaning: 'How many working days after it is sent a notice counts as served.', way: 'whole number', empty: 'If left empty: the contract does not say.', example: '2' },
    who_may_decide: { meaning: 'Who in the authority may decide to use the clause.', way: 'words', example: 'Director of Children and families' },
    summary: { meaning: 'The clause in a few words.', way: 'sentences', example: 'Under 60% of what is due in two periods running' },
    agreed_on: { meaning: 'When the clause was agreed, where that was after the contract began: it holds from that day on.', way: 'date', empty: 'If left empty: with the contract; it holds from its start.', example: '' },
  },
};
