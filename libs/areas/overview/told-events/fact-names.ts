/** Fields whose own name would not be understood, by their path or their last word; others are read as their words. */
export const FACT_NAMES: Readonly<Record<string, string>> = {
  lead: 'Lead provider',
  manager: 'Contract manager',
  startsOn: 'Starts',
  endsOn: 'Ends',
  valuePence: 'Contract value',
  regime: 'Procurement regime',
  report: 'Delivery report',
  corrects: 'Corrects the report',
  accepted: 'Quantity accepted',
  evidencedQuantity: 'Quantity that the evidence supports',
  item: 'A dated item, not a period’s total',
  inAddition: 'In addition to what was reported for these dates',
  side: 'Logged by the side of',
  part: 'Accepted in part only',
  selfReviewed: 'Reviewed by the person who entered it',
  dueWorkingDays: 'Working days until a return is due',
  nil: 'Nothing to report',
  bidSentence: 'Sentence of the bid',
  bidReference: 'Reference in the bid',
  evidenceRequired: 'Evidence asked for',
  critical: 'Critical to a break clause',
  clause: 'Break clause',
  pence: 'Amount',
  remediable: 'Can be put right',
  whoMayDecide: 'Who may decide',
  since: 'Holds from',
  'condition.kind': 'Condition',
  belowPercent: 'Below so much of what is due, in per cent',
  consecutivePeriods: 'Periods in a row',
  workingDaysLate: 'Working days after a return was due',
  timeToPutRightWorkingDays: 'Working days to put a breach right',
  deemedServiceWorkingDays: 'Working days until a notice counts as served',
  'breach.kind': 'Breach',
  'breach.due': 'Was due',
  'breach.validated': 'Was validated',
  silentThrough: 'No return by the end of',
  extended: 'The due day had been put off',
  extensionRefused: 'More time was asked for and refused',
  until: 'Until',
  settles: 'Settles the breach',
  lists: 'Delivery reports listed',
  statements: 'Both statements were made',
  'by.commitment': 'Made good by the commitment',
  'by.quantity': 'Made good by',
  'change.kind': 'Kind of change',
  'change.reason': 'Reason',
  'terms.measure.unitValue': 'Value of one unit',
  'terms.measure.kind': 'Kind of quantity',
  'terms.measure.combine': 'How its periods combine',
  'terms.measure.money': 'Kind of money',
  'terms.measure.valueSource': 'Source of the value',
  'terms.measure.tags': 'Tags of the measure',
};

/** What is worth a line only when it is so. */
export const SAID_WHEN_YES: ReadonlySet<string> = new Set(['item', 'inAddition', 'part', 'selfReviewed', 'critical', 'extended', 'extensionRefused', 'settles']);

/** What an event is about, in the order in which people ask. */
export const FIRST_FACTS: readonly string[] = [
  'commitment', 'report', 'corrects', 'bidSentence', 'terms.reference', 'terms.title', 'terms.measure', 'terms.provider', 'provider', 'period',
  'quantity', 'accepted', 'text', 'description', 'evidence', 'evidencedQuantity', 'method', 'question', 'answer', 'reason', 'change.reason',
];

/** Who said so, and when: last. */
export const LAST_FACTS: readonly string[] = ['side', 'reportedBy', 'reportedOn', 'reviewedBy', 'reviewedOn', 'answeredBy', 'submittedBy', 'submittedOn', 'attestedBy'];
