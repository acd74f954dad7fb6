/** Why a reviewer accepts only a part. */
export const partReasons: Readonly<Record<string, readonly string[]>> = {
  'purchase ledger': ['Two of the suppliers invoice from outside the county.', 'An invoice of the parent company is not local spend.', 'VAT was counted in.', 'One invoice belongs to the quarter before and was in it.', 'The wholesaler has only a letterbox here.', 'The supplier moved across the boundary in the spring.'],
  payroll: ['One of the posts is held by an agency worker.', 'Two of those on the list live across the county boundary.', 'One name is on another contract’s list as well.', 'One left in the second week.', 'The payroll shows fewer hours than a full post.'],
  'college register': ['The weeks of the Christmas closure are not on the register.', 'One apprentice left in the middle of the term.', 'The register has one name less.', 'One is at our neighbour’s college and on another contract.'],
  'sign-in sheets': ['One sheet is missing.', 'Two sessions have no sheet.', 'The head of year counted fewer pupils.', 'Staff were counted among the learners.', 'The same sheet came with the report before.'],
  'case summary': ['For one of them the 26 weeks are not over.', 'One moved away and could not be followed up.'],
  'carbon statement': ['The baseline is another one than in the tender.', 'The statement stops a month before the period does.', 'Offsets were counted in.'],
  invoices: ['One invoice is from the year before.', 'The charity’s own record shows less.', 'One of the suppliers is no social enterprise.'],
  'volunteer log': ['Travelling time was counted.', 'The log ends a week before the period does.'],
  '': ['We could confirm only a part of it with those who were there.', 'Some of it was done for another contract.', 'The hall’s own diary shows fewer people.', 'One event was a staff outing.', 'Counted by the person and again by the team.', 'The visit showed less than was stated.'],
};

/** What a reviewer asks, by the kind of the measure; a carbon figure has questions of its own. */
export const queries: Readonly<Record<string, readonly string[]>> = {
  carbon: ['Where does the baseline come from?', 'By which year’s conversion factors?', 'Does this count what the subcontractors drive?', 'The meter readings do not bear this out: what is meant?'],
  'hours x people': ['Which sessions are these? Two of the dates fall in the school holidays.', 'We counted fewer on our visit: who was away that day?', 'Is the number of people that of each session, or of all together?', 'Are these hours of one afternoon or of three?', 'Who was there? The hall’s diary has the day down as closed.'],
  FTE: ['How were part-time hours added together?', 'Is anybody of these on the list of your other contract with us?', 'Are agency workers in the figure?', 'Does this hold for the whole period, or for its last day?'],
  money: ['Please name the suppliers, or send the ledger.', 'Is VAT in it?', 'Do the figures include your subcontractors’?', 'One supplier has two addresses: which is on the invoice?', 'Is this what was ordered, or what was paid?'],
  number: ['Is this the period alone, or the year so far?', 'The figure is the same as last time, to the last digit. Is it?', 'Who keeps the list? We should like to see it.', 'Is anybody counted in two periods?', 'The description speaks of another month than the period.'],
  percentage: ['Of how many, and on which day?', 'Are the subcontractors’ people in it?'],
  text: ['May we pass this on as it stands?'],
};

export const answersAccepted = ['Explained on the telephone; the ledger has it.', 'The provider sent the list, and it agrees.', 'Cleared up with the school.', 'It is the quarter alone; the description was last quarter’s.', 'Seen at the visit.', ''];

export const rejections = [
  'Nothing was sent to support it, and nobody here has seen it.',
  'This was done for another contract and is reported there.',
  'It was done before the contract began.',
  'The charity named does not know of it.',
  'It is part of what we pay for.',
  'Reported twice; the other report stands.',
  'The evidence is of another provider.',
  'Both posts had ended before the period began.',
];

/** Why a provider corrects a report, where evidence of a kind had been missing. */
export const evidenceCame: Readonly<Record<string, readonly string[]>> = {
  payroll: ['Our payroll bureau sent the list only now.', 'The payroll of the last month, which had not been run when we reported.', 'The list with the postcodes, which we had sent to the wrong address.'],
  'purchase ledger': ['Two invoices were still with our accountants.', 'The ledger of the subcontractor, who answered at last.', 'The ledger in full; the first export stopped at a page break.'],
  invoices: ['The invoices, which lay with our accountants.', 'Copies from the suppliers; ours were lost in the move.', 'One invoice came only now.'],
  'college register': ['The register came after our return.', 'The College sent the page that was missing.', 'The register of the spring term, signed.'],
  'sign-in sheets': ['The school sent the missing sheets.', 'The sheets had been left at the hall.', 'Found in the van.'],
  'case summary': ['The case summaries, with names taken out.', 'The job coach’s summaries were late; here they are.'],
  'carbon statement': ['The statement, checked by our auditors.', 'The meter readings came with the landlord’s bill.'],
  '': ['Evidence that we had mislaid.', 'The log, copied out fair.', 'The minutes were approved only last week.', 'The weighbridge sent the tickets.'],
};

/** Why a provider corrects a figure, by the kind of the measure. */
export const mistakes: Readonly<Record<string, readonly string[]>> = {
  money: ['An invoice had been left out.', 'A credit note came in.', 'VAT was in the figure.', 'A supplier’s yard turned out to lie across the boundary.', 'The digits of one invoice were the wrong way round.'],
  FTE: ['Part-timers had been counted as whole posts.', 'One post ended a month earlier than we knew.', 'A starter of the last week was missing.'],
  'hours x people': ['Hours of the second team were missing.', 'Two sessions stood on two lists.', 'The organisers had counted themselves.'],
  percentage: ['The subcontractors had not been asked.', 'Counted on the wrong day.', 'Leavers were still in the figure.'],
  number: ['Two names stood on the list twice.', 'We had counted the month after as well.', 'One site had reported late.', 'A typing error: the digits were the wrong way round.', 'Counted by calendar month in place of by week.'],
};

/** What is said of something delivered that nobody had promised. */
export const unpromised = [
  ['M10', 'The flooded hall in {place} stripped out and dried over a weekend.'],
  ['M10', 'A minibus lent for the whole of the summer holidays.'],
  ['M10', 'Sandbags, and two crews, in the night of the storm.'],
  ['M07', 'The whole office at the repair of the skate park.'],
  ['M07', 'Driving to the vaccination clinic in {place}.'],
  ['M07', 'Clearing snow for the sheltered flats.'],
  ['M14', 'A gift to the hardship fund, because the year had been good.'],
  ['M14', 'The band’s instruments, stolen in the spring, replaced.'],
  ['M06', 'Summer school, a week that nobody had asked for.'],
  ['M18', 'A closed hotel’s beds and bedding passed on.'],
] as const;
