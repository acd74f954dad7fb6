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

export const queries = [
  'Which sessions are these? Two of the dates fall in the school holidays.',
  'Is this the quarter alone, or the year so far?',
  'Please name the suppliers, or send the ledger.',
  'Is anybody of these on the list of your other contract with us?',
  'The description speaks of March, the period ends in February.',
  'How were part-time hours added together?',
  'We counted fewer on our visit: who was away that day?',
  'Where does the baseline come from?',
  'Do the figures include your subcontractor’s?',
  'The figure is the same as last time, to the last digit. Is it?',
];

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

/** Why a provider corrects a report, where its evidence had been missing. */
export const evidenceCame = ['The register came after our return.', 'Two invoices were still with our accountants.', 'Our payroll bureau sent the list only now.', 'The school sent the missing sheets.', 'Evidence that we had mislaid.', 'The subcontractor answered at last.'];

/** Why a provider corrects a figure. */
export const mistakes = ['Two names stood on the list twice.', 'An invoice had been left out.', 'We had counted the month after as well.', 'A typing error: the digits were the wrong way round.', 'Hours of the second team were missing.', 'A credit note came in.', 'Counted by calendar month in place of by week.', 'One site had reported late.'];

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
