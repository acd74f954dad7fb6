import type { commitments } from '../commitments.js';
import type { GuideTo } from './column-guide.js';
import { factorGuides } from './factor-guides.js';

export const commitmentsGuide: GuideTo<typeof commitments> = {
  purpose: 'What was promised: one row for each promise in a bid, in its own words, with the measure that counts it. How much by when goes into the sheet targets.',
  columns: {
    reference: { meaning: 'What you call the commitment. Targets and deliveries name it by this.', way: 'reference', example: 'e.g. K01' },
    contract: { meaning: 'The contract: its reference in the sheet contracts.', way: 'reference elsewhere', example: 'e.g. C01' },
    measure: { meaning: 'The measure that counts it: its reference in the sheet measures.', way: 'reference elsewhere', example: 'e.g. M01' },
    provider: { meaning: 'The member of the consortium who delivers it: the reference in the sheet providers.', way: 'reference elsewhere', empty: 'If left empty: all members, by their shares; the lead, where there is no consortium.', example: '' },
    basis: { meaning: 'contract: promised in the contract. beyond contract: given without having been promised, and always shown apart.', way: 'choice', example: 'contract' },
    bid_sentence: { meaning: 'What the bid says, word for word. Every figure can be traced back to this sentence.', way: 'sentences', empty: 'Leave it empty for the basis beyond contract.', example: 'We will provide 420 weeks of apprenticeship in each full year.' },
    bid_reference: { meaning: 'Where the bid says it.', way: 'words', example: 'Method statement 6, p. 7' },
    critical: { meaning: 'Whether missing it is a condition of a break clause.', way: 'yes or no', empty: 'If left empty: no.', example: 'no' },
    evidence_required: { meaning: 'The kinds of evidence that a report must bring.', way: 'list', empty: 'If left empty: none is asked for.', example: 'college register' },
    place: { meaning: 'Where it is delivered. Totals can be asked for by this.', way: 'words', example: 'Across the county' },
    beneficiary_group: { meaning: 'For whom it is.', way: 'words', example: 'young people' },
    beneficiary_agency: { meaning: 'Which agency knows these people.', way: 'words', example: 'Schools' },
    priority: { meaning: 'The priority of the authority that it serves.', way: 'words', example: 'A fair start' },
    tags: { meaning: 'Words of your own to ask for totals by.', way: 'list', example: '' },
    ...factorGuides('If left empty: the measure’s percentage is used.', ['', '', '', '']),
  },
};
