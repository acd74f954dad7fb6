import {
  aMeasure,
  commitmentMade,
  commitmentTerms,
  contractRegistered,
  contractTerms,
  deliveryCorrected,
  deliveryQueried,
  deliveryRejected,
  deliveryReported,
  deliveryValidated,
  membersAgreed,
  targetAgreed,
} from '../../../../test/support/facts.js';
import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { contractEvolution } from '#domain/contract/contract.js';
import { notRegistered } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { eventInWords, isTold, sentenceOf } from './sentences.js';

const PEOPLE: Readonly<Record<string, string>> = { 'person-manager': 'Sam Osei', 'person-director': 'Ada Quill', 'person-provider': 'Jo Trent' };
const PROVIDERS: Readonly<Record<string, string>> = { P1: 'Trent Care', P2: 'Open Door' };

const on = (type: string, payload: object): NewEvent => ({ type, businessDate: '2025-04-15', payload });
const Q1 = { from: '2024-04-01', to: '2024-06-30' };
const Q2 = { from: '2024-07-01', to: '2024-09-30' };
const YEAR = { from: '2024-04-01', to: '2025-03-31' };
const because = { reason: 'Reasons are texts' };

/** Told after what happened before it, as the sentence that stands in the timeline. */
function told(past: readonly NewEvent[], event: NewEvent): string {
  const before = fold(contractEvolution, past);
  const after = event.type in PLAIN ? notRegistered : contractEvolution.evolve(before, event);
  return sentenceOf(event, { before, after, bankHolidays: edition1, provider: (one) => PROVIDERS[one] ?? one, person: (one) => PEOPLE[one] ?? one });
}
/** Entries that belong to no contract. */
const PLAIN: Readonly<Record<string, true>> = Object.fromEntries(
  ['AuthorityOpened', 'SelfReviewPolicySet', 'TextsErased', 'YearClosed', 'BankHolidaysRecorded'].concat(
    ['Provider', 'Measure'].flatMap((of) => ['Registered', 'Defined', 'Varied', 'Corrected'].map((what) => `${of}${what}`)),
  ).map((type) => [type, true] as const),
);

const spend = aMeasure({ measure: 'M2', name: 'Local spend', unit: 'pound', kind: 'money', money: 'cash', unitValue: '1' });
const schedule = on('ReportingScheduleAgreed', { frequency: 'quarterly', dueWorkingDays: 20 });
const clauseSays = {
  clause: 'B1',
  condition: { kind: 'shortfall', belowPercent: '80', consecutivePeriods: 2 },
  timeToPutRightWorkingDays: 20,
  remediable: true,
  noticeForm: 'letter',
  noticeAddress: null,
  deemedServiceWorkingDays: 2,
  whoMayDecide: 'the director',
  summary: 'Less than four fifths, twice running',
};
const clause = on('BreakClauseAgreed', clauseSays);
const short = { unvaluedDue: 0, unvaluedPercent: null, duePence: 1_000_000 };
const met = (breach: object = { kind: 'shortfall', periods: [{ ...Q1, ...short, keptPence: 400_000 }, { ...Q2, ...short, keptPence: 0 }] }) =>
  on('BreakConditionMet', { clause: 'B1', case: 1, breach, metOn: '2025-04-10' });
const ofCase = { clause: 'B1', case: 1 };
const confirmed = on('BreakClauseTriggered', { ...ofCase, confirmedOn: '2025-04-14', confirmedBy: 'person-manager' });
const notice = on('BreachNoticeServed', { ...ofCase, form: 'letter', address: '1 High Street', sentOn: '2025-04-15' });
const suspended = on('ContractSuspended', { from: '2025-04-28', ...because });

const registered = [contractRegistered(), schedule];
const promised = [...registered, commitmentMade(), commitmentMade('K2', { measure: spend }), targetAgreed('40')];
const reported = [...promised, deliveryReported({ evidence: [{ id: 'E1', kind: 'payroll', sha256: null }] })];
const breached = [...promised, clause, met(), confirmed];
const consortium = [...registered, membersAgreed({ P1: '60', P2: '40' })];

const EXAMPLES: readonly (readonly [past: readonly NewEvent[], event: NewEvent, sentence: string])[] = [
  // the contract
  [[], contractRegistered(), 'Contract C1, “Home care”, was entered in the record: Trent Care leads it, it runs from 1 April 2024 to 31 March 2027, and it is worth £1,000,000 over its life.'],
  [registered, on('ContractVaried', { terms: contractTerms({ endsOn: '2028-03-31', valuePence: 120_000_050 }), ...because }), 'The contract was changed: the time that it runs is now April 2024 to March 2028 (before: April 2024 to March 2027) and its value over its life is now £1,200,000.50 (before: £1,000,000).'],
  [registered, on('ContractCorrected', { terms: contractTerms({ lead: 'P2' }), ...because }), 'The record of the contract was put right, because it was typed wrong: the lead provider is now Open Door (before: Trent Care).'],
  [registered, membersAgreed({ P1: '60', P2: '40' }), 'The providers who deliver the contract together are Trent Care (60%) and Open Door (40%).'],
  [
    registered,
    on('MembersAgreed', { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }], since: '2024-10-01', onRecordFrom: '2025-04-15' }),
    'From 1 October 2024 on, the providers who deliver the contract together are Trent Care (60%) and Open Door (40%). Of a return that this makes due earlier, time counts from 15 April 2025, when it came on record.',
  ],
  [
    [contractRegistered({ endsOn: '2025-01-31' })],
    on('ContractVaried', { terms: contractTerms({ endsOn: '2026-03-31' }), onRecordFrom: '2025-04-15', ...because }),
    'The contract was changed: the time that it runs is now April 2024 to March 2026 (before: April 2024 to January 2025). Of a return that this makes due earlier, time counts from 15 April 2025, when it came on record.',
  ],
  [registered, schedule, 'Returns are due every quarter, 20 working days after the period ends.'],
  [registered, on('ReportingScheduleAgreed', { frequency: 'listed dates', dueWorkingDays: 1, periodEnds: ['2025-07-31', '2025-12-19'], since: '2025-04-01', change: { kind: 'variation', ...because } }), 'Changed: Returns are due for periods that end on 31 July 2025 and 19 December 2025, 1 working day after the period ends, from 1 April 2025 on.'],
  [registered, suspended, 'The contract is suspended from 28 April 2025: until it is resumed nothing falls due and no time to put a breach right runs.'],
  [[...breached, notice, suspended], on('ContractResumed', { on: '2025-05-12' }), 'The contract runs again from 12 May 2025. It was suspended for 14 days, from 28 April 2025 to 11 May 2025. The time to put the breach B1/1 right now ends on 3 June 2025.'],
  [
    [...registered, suspended],
    on('ContractResumed', { on: '2025-05-12', onRecordFrom: '2025-06-02' }),
    'The contract runs again from 12 May 2025. It was suspended for 14 days, from 28 April 2025 to 11 May 2025. That came on record on 2 June 2025: until then no time ran, since nobody could know that it did.',
  ],
  [registered, on('ContractCompleted', { completedOn: '2027-03-31' }), 'The contract was completed on 31 March 2027.'],
  [breached, on('ContractTerminated', { terminatedOn: '2025-09-30', ground: 'break clause', because: ofCase, ...because }), 'The contract was ended before its time, because of the breach B1/1: its last day is 30 September 2025. What was delivered still counts.'],
  [registered, on('ContractTerminated', { terminatedOn: '2025-09-30', ground: 'agreement', because: null, ...because }), 'The contract was ended before its time, by agreement: its last day is 30 September 2025. What was delivered still counts.'],

  // commitments
  [registered, commitmentMade(), 'Trent Care promised Volunteering hours (K1). Each hour counts as £10.'],
  [consortium, commitmentMade('K3', { critical: true, measure: aMeasure({ unitValue: null }) }), 'The members together promised Volunteering hours (K3). It is counted, but not valued in money. It is critical: missing it may meet the condition of a break clause.'],
  [registered, commitmentMade('K4', { basis: 'beyond contract', measure: spend }), 'Local spend (K4) is counted from here on, although the contract does not promise it. It is counted in pounds.'],
  [promised, targetAgreed('4000.5', '2024-04-01', '2025-03-31', 'K2'), 'The target for Local spend (K2) is £4,000.50 for April 2024 to March 2025.'],
  [
    promised,
    on('TargetAgreed', { commitment: 'K2', ...Q1, quantity: '4000', onRecordFrom: '2025-04-15' }),
    'The target for Local spend (K2) is £4,000 for April to June 2024. Those days were over when it came on record, so no break clause can be met by it.',
  ],
  [promised, on('CommitmentVaried', { commitment: 'K1', targets: [{ ...YEAR, quantity: '30' }], ...because }), 'The promise of Volunteering hours (K1) was changed: the target for April 2024 to March 2025 is now 30 hours (before: 40 hours).'],
  [promised, on('CommitmentCorrected', { commitment: 'K1', terms: commitmentTerms({ provider: 'P2', measure: aMeasure({ unitValue: '16.9' }) }), targets: [{ ...YEAR, quantity: null }], ...because }), 'The record of Volunteering hours (K1) was put right, because it was typed wrong: the value of one unit is now £16.90 (before: £10), who delivers it is now Open Door (before: every member by its share) and there is no target for April 2024 to March 2025 any more (before: 40 hours).'],
  [promised, on('CommitmentWithdrawn', { commitment: 'K1', ...because }), 'The promise of Volunteering hours (K1) was withdrawn: its targets count no more. What was delivered on it still counts.'],
  [promised, on('OpeningBalanceBroughtForward', { commitment: 'K1', provider: 'P2', from: '2023-04-01', to: '2024-03-31', quantity: '1', attestedBy: 'person-manager' }), '1 hour of Volunteering hours (K1), delivered by Open Door in April 2023 to March 2024, was brought forward from before this record began. Sam Osei vouches for it, so it counts as validated.'],
  [promised, on('ShortfallCarriedForward', { commitment: 'K1', ...Q1, quantity: '6', into: Q2, agreedOn: '2024-08-01', ...because }), '6 hours of Volunteering hours (K1), which was lacking for April to June 2024, is to be delivered in July to September 2024 instead. What was promised stays what it was.'],
  [promised, on('SubstituteAgreed', { commitment: 'K1', ...Q1, quantity: '6', by: { commitment: 'K2', ...Q2, quantity: '60' }, agreedOn: '2024-08-01', ...because }), '6 hours of Volunteering hours (K1), which was lacking for April to June 2024, is to be made good by £60 of Local spend (K2) in July to September 2024, on top of what was promised there.'],

  // deliveries
  [promised, deliveryReported(), 'Trent Care reported 10 hours of Volunteering hours (K1) for April to June 2024.'],
  [promised, deliveryReported({ side: 'authority', from: '2024-05-07', to: '2024-05-07', quantity: undefined, hours: '2', people: 8, inAddition: true, evidence: [{ id: 'E1', kind: 'payroll', sha256: null }, { id: 'E2', kind: 'site visit', sha256: null }] }), 'The authority logged that Trent Care delivered 16 hours of Volunteering hours (K1) (2 hours for each of 8 people) on 7 May 2024, in addition to what was reported for these dates. It came with 2 pieces of evidence (payroll and site visit).'],
  [[...registered, commitmentMade('K5', { measure: aMeasure({ name: 'What changed', kind: 'text', unitValue: null, money: 'none' }) })], deliveryReported({ commitment: 'K5', quantity: undefined, text: 'A story' }), 'Trent Care reported on What changed (K5) in words for April to June 2024.'],
  [reported, deliveryCorrected('D1', { quantity: '12' }), 'Trent Care corrected the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024: it is now 12 hours of Volunteering hours (K1) for April to June 2024. The correction, D1b, waits for review.'],
  [[...reported, deliveryCorrected('D1', { quantity: '12' })], on('CorrectionCancelled', { commitment: 'K1', report: 'D1b', ...because }), 'The correction D1b was taken back: the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024 stands again.'],
  [reported, on('DeliveryWithdrawn', { commitment: 'K1', report: 'D1', ...because }), 'The report D1 of 10 hours of Volunteering hours (K1) for April to June 2024 was withdrawn, with all its corrections: it counts in no figure any more.'],
  [reported, on('EvidenceAttached', { commitment: 'K1', report: 'D1', evidence: [{ id: 'E2', kind: 'sign-in sheet', sha256: null }], evidencedQuantity: '8', attachedOn: '2024-07-10' }), '1 piece of evidence (sign-in sheet) came for the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024. All the evidence for it now supports 8 hours of it.'],
  [reported, on('EvidenceWithdrawn', { commitment: 'K1', report: 'D1', evidence: 'E1', ...because }), 'A piece of evidence (payroll) no longer stands behind the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024.'],
  [reported, deliveryValidated(), 'Sam Osei accepted the whole of the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024, having seen a document.'],
  [reported, deliveryValidated({ part: true, accepted: '7.5', method: 'visit', selfReviewed: true }), 'Sam Osei accepted 7.5 hours of the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024, after a visit. The same person had entered it, which this authority allows and counts.'],
  [reported, deliveryQueried(), 'Sam Osei asked a question about the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024. It is undecided until it is answered and reviewed.'],
  [[...reported, deliveryQueried()], on('QueryAnswered', { commitment: 'K1', report: 'D1', answer: 'All', answeredOn: '2024-07-22', answeredBy: 'person-provider' }), 'Jo Trent answered the question about the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024. It waits for review again.'],
  [reported, deliveryRejected(), 'Sam Osei did not accept the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024, having seen a document.'],
  [[...reported, deliveryValidated()], on('ValidationWithdrawn', { commitment: 'K1', report: 'D1', ...because }), 'The decision to accept the report D1 of 10 hours of Volunteering hours (K1) for April to June 2024 was taken back. It waits for review again.'],

  // returns; 20 working days after 30 June 2024 is 26 July 2024
  [promised, on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: false, lists: ['D1', 'D2'], submittedOn: '2024-07-26', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to June 2024: it lists 2 delivery reports.'],
  [promised, on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: true, submittedOn: '2024-07-29', submittedBy: 'person-provider', shortfalls: [{ commitment: 'K1', reason: 'Flood', recovery: null }] }), 'Trent Care submitted its return for April to June 2024: there was nothing to report. It came late: it was due on 26 July 2024. It says why less came than was due of Volunteering hours (K1).'],
  // bug: “It came late”, though the authority still owed an answer about more time
  [[...promised, on('ExtensionAsked', { provider: 'P1', ...Q1, until: '2024-08-09', askedOn: '2024-07-20', ...because })], on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: true, submittedOn: '2024-08-05', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to June 2024: there was nothing to report.'],
  // bug: “It came late”, though it was due before the contract came on record, and nobody was asked for it
  [[on('ContractRegistered', { terms: contractTerms(), onRecordFrom: '2024-07-29' }), schedule], on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: true, submittedOn: '2024-08-05', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to June 2024: there was nothing to report.'],
  // bug: nothing was said of a return for two periods that was months late for the first; the second was due on 28 October
  [promised, on('ReturnSubmitted', { provider: 'P1', from: Q1.from, to: Q2.to, nil: true, submittedOn: '2024-10-28', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to September 2024: there was nothing to report. It came late for April to June 2024 (due on 26 July 2024).'],
  [promised, on('ReturnSubmitted', { provider: 'P1', from: Q1.from, to: Q2.to, nil: true, submittedOn: '2024-10-29', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to September 2024: there was nothing to report. It came late for April to June 2024 (due on 26 July 2024) and for July to September 2024 (due on 28 October 2024).'],
  [[...promised, on('ReturnMissed', { provider: 'P1', ...Q1, dueOn: '2024-07-26', foundOn: '2024-07-29' })], on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: true, submittedOn: '2024-07-26', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to June 2024: there was nothing to report. It came in time, though it was recorded as missed before it was on record.'],
  // the return for the first quarter had come in time already
  [[...promised, on('ReturnSubmitted', { provider: 'P1', ...Q1, nil: true, submittedOn: '2024-07-26', submittedBy: 'person-provider' })], on('ReturnSubmitted', { provider: 'P1', from: Q1.from, to: Q2.to, nil: true, submittedOn: '2024-10-28', submittedBy: 'person-provider' }), 'Trent Care submitted its return for April to September 2024: there was nothing to report.'],
  [promised, on('ReturnMissed', { provider: 'P1', ...Q1, dueOn: '2024-07-26', foundOn: '2024-07-29' }), 'The system found no record of Trent Care’s return for April to June 2024 by 26 July 2024, the day on which it was due. It may still come, or be on its way into the record.'],
  [[...promised, on('ReturnMissed', { provider: 'P1', ...Q1, dueOn: '2024-07-26', foundOn: '2024-07-29' })], on('MissedReturnSetAside', { provider: 'P1', ...Q1, setAsideOn: '2024-08-01', ...because }), 'That Trent Care’s return for April to June 2024 was missed is set aside: it counts for no break clause.'],
  [promised, on('ExtensionAsked', { provider: 'P1', ...Q1, until: '2024-08-09', askedOn: '2024-07-20', ...because }), 'Trent Care asked for more time for its return for April to June 2024: until 9 August 2024 instead of 26 July 2024. Until that is answered, the delay is the authority’s.'],
  [promised, on('DueDateExtended', { provider: 'P1', ...Q1, until: '2024-08-09', extendedOn: '2024-07-22', ...because }), 'There is more time for Trent Care’s return for April to June 2024: it is now due on 9 August 2024 (before: 26 July 2024).'],
  [promised, on('ExtensionRefused', { provider: 'P1', ...Q1, refusedOn: '2024-07-22', ...because }), 'More time for Trent Care’s return for April to June 2024 was refused: it stays due on 26 July 2024.'],

  // break clauses
  [promised, clause, 'Break clause B1 can be used when less than 80% of what is due is validated in each of 2 reporting periods in a row. After notice there are 20 working days to put a breach right. Who may decide: the director.'],
  [[...promised, clause], on('BreakClauseAgreed', { ...clauseSays, condition: { kind: 'silence', workingDaysLate: 10 }, remediable: false, since: '2025-04-01', change: { kind: 'variation', ...because } }), 'Changed: Break clause B1 can be used when no return has come 10 working days after it was due. A breach of it cannot be put right. Who may decide: the director. It holds from 1 April 2025.'],
  [[...promised, clause], met(), 'The system found that the condition of break clause B1 was met: validated £4,000 of £10,000 due in April to June 2024 and £0 of £10,000 in July to September 2024. Nothing follows until a person confirms it. It is on record as B1/1.'],
  // bug: periods a year apart were said to be in a row, without a word about what lay between
  [[...promised, clause], met({ kind: 'shortfall', periods: [{ ...Q1, ...short, keptPence: 400_000 }, { from: '2025-04-01', to: '2025-06-30', ...short, keptPence: 0 }] }), 'The system found that the condition of break clause B1 was met: validated £4,000 of £10,000 due in April to June 2024 and £0 of £10,000 in April to June 2025. In between, in July 2024 to March 2025, nothing was due. Nothing follows until a person confirms it. It is on record as B1/1.'],
  [[...promised, clause], met({ kind: 'silence', provider: 'P1', ...Q1, dueOn: '2024-07-26', silentThrough: '2024-08-09', extended: true, extensionRefused: false, remindersDelivered: 0 }), 'The system found that the condition of break clause B1 was met: Trent Care’s return for April to June 2024, due on 26 July 2024, was not on record by 9 August 2024. The day had been put off. No reminder is known to have been delivered. Nothing follows until a person confirms it. It is on record as B1/1.'],
  [[...promised, clause], met({ kind: 'critical commitment missed', commitment: 'K1', ...YEAR, due: '40', validated: '10' }), 'The system found that the condition of break clause B1 was met: of the critical commitment Volunteering hours (K1), validated 10 hours of 40 hours due in April 2024 to March 2025. Nothing follows until a person confirms it. It is on record as B1/1.'],
  [[...promised, clause, met()], on('BreakConditionSetAside', { ...ofCase, setAsideOn: '2025-04-14', ...because }), 'What the system found of break clause B1 (B1/1) was set aside by a person: nothing follows from it.'],
  [[...promised, clause, met()], confirmed, 'Sam Osei confirmed that the condition of break clause B1 was met. The breach is called B1/1. Only another person can use the clause, and only once the time to put it right is over.'],
  // 17 April is the Thursday before Easter 2025
  [breached, notice, 'Notice of the breach B1/1 was sent by letter on 15 April 2025; it counts as served on 17 April 2025, 2 working days later. The breach can be put right until 20 May 2025, 20 working days after that (not counting Good Friday on 18 April 2025, Easter Monday on 21 April 2025 and Early May bank holiday on 5 May 2025).'],
  [breached, on('BreachNoticeServed', { ...ofCase, form: 'in person', address: 'The office', sentOn: '2025-04-15', ...because }), 'Notice of the breach B1/1 was sent in person on 15 April 2025; it counts as served on 17 April 2025, 2 working days later. The breach can be put right until 20 May 2025, 20 working days after that (not counting Good Friday on 18 April 2025, Easter Monday on 21 April 2025 and Early May bank holiday on 5 May 2025). The clause asks for notice by letter.'],
  [breached, on('ImprovementPlanAgreed', { ...ofCase, agreedOn: '2025-04-22', steps: [{ step: 'Hire', by: '2025-05-09' }, { step: 'Catch up', by: '2025-05-02' }] }), 'A plan to put the breach B1/1 right was agreed, in 2 steps, the last by 9 May 2025.'],
  [[...breached, notice], on('BreachPutRight', { ...ofCase, putRightOn: '2025-05-20', how: 'By hiring' }), 'The breach B1/1 was put right on 20 May 2025, and the authority accepts that it was, in time: there was time until 20 May 2025.'],
  [[...breached, notice], on('BreachPutRight', { ...ofCase, putRightOn: '2025-05-21', how: 'By hiring' }), 'The breach B1/1 was put right on 21 May 2025, and the authority accepts that it was, after its time: that ended on 20 May 2025.'],
  [breached, on('BreakClauseWaived', { ...ofCase, waivedOn: '2025-04-22', words: 'We waive it' }), 'The authority gave up its rights from the breach B1/1, in words. Its rights from any other breach stay as they are.'],
  [breached, on('RemedyApplied', { ...ofCase, remedy: 'credit', pence: 50_000, appliedOn: '2025-04-22', settles: true, words: 'A credit' }), 'The provider gave a credit of £500 for the breach B1/1. That settles the breach.'],
  [breached, on('RemedyApplied', { ...ofCase, remedy: 'substitute delivery', pence: null, appliedOn: '2025-04-22', settles: false, words: 'Other hours' }), 'Something else is to be delivered instead, for the breach B1/1. The authority keeps its other rights.'],
  [[...breached, notice], on('BreakClauseInvoked', { ...ofCase, invokedOn: '2025-05-21', invokedBy: 'person-director', decisionReference: 'CAB/2025/12', ...because }), 'Ada Quill used break clause B1 because of the breach B1/1, by decision CAB/2025/12. That alone does not end the contract.'],

  // beside the contracts
  [[], on('ProviderRegistered', { terms: provider() }), 'Trent Care (P1) was entered in the record: a charity or community organisation, local and in Derby.'],
  [[], on('ProviderVaried', { terms: provider({ type: 'large business', local: null, place: '' }), ...because }), 'Trent Care (P1) changed. From here on it is a large business.'],
  [[], on('ProviderCorrected', { terms: provider({ local: false }), ...because }), 'The record of Trent Care (P1) was put right, because it was typed wrong. It is a charity or community organisation, not local and in Derby.'],
  [[], on('MeasureDefined', { terms: aMeasure() }), 'Volunteering hours (M1) can be promised from here on. It belongs to the theme Communities, and each hour counts as £10.'],
  [[], on('MeasureVaried', { terms: spend, ...because }), 'The measure Local spend (M2) changed. It belongs to the theme Communities and is counted in pounds. Earlier promises keep what they were made with.'],
  [[], on('MeasureCorrected', { terms: aMeasure({ unitValue: null, money: 'none' }), ...because }), 'The record of the measure Volunteering hours (M1) was put right, because it was typed wrong. It belongs to the theme Communities and is counted, but not valued in money. Promises keep what they were made with until they are put right themselves.'],
  [[], on('YearClosed', { year: '2024/25' }), 'The financial year 2024/25 was closed, and every year before it: later changes to it show in 2025/26.'],
  [[], on('BankHolidaysRecorded', { jurisdiction: 'scotland', from: '2028-01-01', through: '2028-12-31', holidays: [{ date: '2028-01-04', name: '2nd January' }], source: 'gov.uk' }), 'The bank holidays of Scotland were recorded for January to December 2028: 1 day. Dates that are counted in working days follow from them.'],
  [[], on('AuthorityOpened', { name: 'Fenmarch Council' }), 'Fenmarch Council began to keep its record here.'],
  [[], on('SelfReviewPolicySet', { allowed: true, ...because }), 'People may now review what they entered themselves; wherever they do, it is marked and counted.'],
  [[], on('TextsErased', { digests: ['a'.repeat(64), 'b'.repeat(64)], ...because }), '2 texts that somebody had typed were erased. The entries that held them stand, and read “erased” there.'],
];

function provider(over: object = {}): object {
  return { reference: 'P1', name: 'Trent Care', type: 'charity or community', local: true, place: 'Derby', companiesHouse: '', charityNumber: '', ...over };
}

describe('An entry of the ledger', () => {
  it.each(EXAMPLES.map(([past, event, sentence]) => [event.type, past, event, sentence] as const))('%s is told in a sentence', (_type, past, event, sentence) => {
    expect(told(past, event)).toBe(sentence);
  });

  it('of every type has a sentence of its own, and an example of it here', () => {
    const shown = new Set(EXAMPLES.map(([, { type }]) => type));
    expect([...eventCatalogue.keys()].filter((type) => !isTold(type) || !shown.has(type))).toEqual([]);
  });

  it('is told without the words of those who write programs', () => {
    for (const [past, event] of EXAMPLES) expect(told(past, event)).not.toMatch(/\b(?:events?|streams?|payloads?|null|undefined|NaN)\b|\[object/);
  });

  it('that its contract does not know is told by its reference', () => {
    const lost = { before: notRegistered, after: notRegistered, bankHolidays: edition1, provider: (one: string) => one, person: (one: string) => one };
    expect(sentenceOf(deliveryReported(), lost)).toBe('The members together reported 10 of commitment K1 for April to June 2024.');
    expect(sentenceOf(deliveryValidated(), lost)).toBe('person-manager accepted the whole of the report D1 on commitment K1, having seen a document.');
    expect(sentenceOf(notice, lost)).toBe('Notice of the breach B1/1 was sent by letter on 15 April 2025.');
    expect(eventInWords('DeliveryValidated')).toBe('Delivery validated');
  });
});
