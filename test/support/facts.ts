import { fact } from '#domain/contract/contract.js';
import * as events from '#domain/contract/events/index.js';
import type { CommitmentTerms, ContractTerms } from '#domain/contract/state.js';
import type { EventOf, NewEvent } from '#domain/kernel/event.js';
import { noFactors, type MeasureTerms } from '#domain/measures/measure.js';

/** Facts with everything filled in, of which a test states only what it is about. */

type PayloadOf<Definition> = EventOf<Definition>['payload'];

export const aMeasure = (over: Partial<MeasureTerms> = {}): MeasureTerms => ({
  measure: 'M1',
  name: 'Volunteering hours',
  theme: 'Communities',
  outcome: 'Stronger charities',
  unit: 'hour',
  kind: 'number',
  combine: 'sum',
  money: 'estimate',
  unitValue: '10',
  valueSource: 'own estimate',
  factors: noFactors,
  tags: [],
  ...over,
});

export const contractTerms = (over: Partial<ContractTerms> = {}): ContractTerms => ({
  reference: 'C1',
  title: 'Home care',
  directorate: 'Adult social care',
  lead: 'P1',
  manager: 'person-manager',
  startsOn: '2024-04-01',
  endsOn: '2027-03-31',
  valuePence: 100_000_000,
  jurisdiction: 'england-and-wales',
  regime: 'light-touch',
  ...over,
});

export const commitmentTerms = (over: Partial<CommitmentTerms> = {}): PayloadOf<typeof events.commitmentMade>['terms'] =>
  ({
    measure: aMeasure(),
    provider: null,
    basis: 'contract',
    bidReference: '',
    critical: false,
    evidenceRequired: [],
    place: '',
    beneficiaryGroup: '',
    beneficiaryAgency: '',
    priority: '',
    tags: [],
    factors: noFactors,
    ...over,
  }) as PayloadOf<typeof events.commitmentMade>['terms'];

export const contractRegistered = (over: Partial<ContractTerms> = {}): NewEvent =>
  fact(events.contractRegistered, over.startsOn ?? '2024-04-01', { terms: contractTerms(over) });

export const membersAgreed = (shares: Record<string, string>): NewEvent =>
  fact(events.membersAgreed, '2024-04-01', { members: Object.entries(shares).map(([provider, share]) => ({ provider, share })) });

export const commitmentMade = (commitment = 'K1', over: Partial<CommitmentTerms> = {}): NewEvent =>
  fact(events.commitmentMade, '2024-04-01', { commitment, terms: commitmentTerms(over), bidSentence: 'We will give our time.' });

export const targetAgreed = (quantity: string, from = '2024-04-01', to = '2025-03-31', commitment = 'K1'): NewEvent =>
  fact(events.targetAgreed, '2024-04-01', { commitment, from, to, quantity });

const claim = (over: Partial<PayloadOf<typeof events.deliveryReported>>): PayloadOf<typeof events.deliveryReported> => ({
  report: 'D1',
  commitment: 'K1',
  provider: null,
  from: '2024-04-01',
  to: '2024-06-30',
  item: false,
  inAddition: false,
  evidence: [],
  evidencedQuantity: null,
  reportedOn: '2024-07-05',
  reportedBy: 'person-provider',
  side: 'provider',
  ...over,
});

export const deliveryReported = (over: Partial<PayloadOf<typeof events.deliveryReported>> = {}): NewEvent =>
  fact(events.deliveryReported, over.reportedOn ?? '2024-07-05', claim({ quantity: '10', ...over }));

export const deliveryCorrected = (corrects: string, over: Partial<PayloadOf<typeof events.deliveryReported>> = {}): NewEvent =>
  fact(events.deliveryCorrected, over.reportedOn ?? '2024-08-05', { ...claim({ report: `${corrects}b`, quantity: '10', ...over }), corrects });

export const deliveryValidated = (over: Partial<PayloadOf<typeof events.deliveryValidated>> = {}): NewEvent =>
  fact(events.deliveryValidated, over.reviewedOn ?? '2024-07-20', {
    commitment: 'K1',
    report: 'D1',
    part: false,
    accepted: '10',
    method: 'document',
    reviewedOn: '2024-07-20',
    reviewedBy: 'person-manager',
    selfReviewed: false,
    factors: noFactors,
    ...over,
  });

export const deliveryQueried = (report = 'D1'): NewEvent =>
  fact(events.deliveryQueried, '2024-07-20', {
    commitment: 'K1',
    report,
    question: 'Which sessions?',
    reviewedOn: '2024-07-20',
    reviewedBy: 'person-manager',
  });

export const deliveryRejected = (report = 'D1'): NewEvent =>
  fact(events.deliveryRejected, '2024-07-20', {
    commitment: 'K1',
    report,
    reason: 'Counted twice',
    method: 'document',
    reviewedOn: '2024-07-20',
    reviewedBy: 'person-manager',
  });

export const scheduleAgreed = (over: Partial<PayloadOf<typeof events.reportingScheduleAgreed>> = {}): NewEvent =>
  fact(events.reportingScheduleAgreed, over.since ?? '2024-04-01', { frequency: 'quarterly', dueWorkingDays: 20, ...over });

type OfReturn = Partial<{ readonly provider: string; readonly from: string; readonly to: string }>;

/** Of the lead, for the first quarter of 2024/25. */
const aReturn = { provider: 'P1', from: '2024-04-01', to: '2024-06-30' };

export const returnSubmitted = (over: Partial<PayloadOf<typeof events.returnSubmitted>> = {}): NewEvent =>
  fact(events.returnSubmitted, over.submittedOn ?? '2024-07-10', { ...aReturn, nil: false, submittedOn: '2024-07-10', submittedBy: 'person-provider', ...over });

export const returnMissed = (over: Partial<PayloadOf<typeof events.returnMissed>> = {}): NewEvent =>
  fact(events.returnMissed, over.foundOn ?? '2024-07-29', { ...aReturn, dueOn: '2024-07-26', foundOn: '2024-07-29', ...over });

export const missedReturnSetAside = (over: OfReturn = {}): NewEvent =>
  fact(events.missedReturnSetAside, '2024-08-01', { ...aReturn, ...over, setAsideOn: '2024-08-01', reason: 'It was sent to an address that we had closed' });

export const extensionAsked = (until = '2024-08-09', over: OfReturn = {}): NewEvent =>
  fact(events.extensionAsked, '2024-07-15', { ...aReturn, ...over, until, askedOn: '2024-07-15', reason: 'Our manager is ill' });

export const dueDateExtended = (until = '2024-08-09', over: OfReturn = {}): NewEvent =>
  fact(events.dueDateExtended, '2024-07-16', { ...aReturn, ...over, until, extendedOn: '2024-07-16', reason: 'Illness' });

export const extensionRefused = (over: OfReturn = {}): NewEvent =>
  fact(events.extensionRefused, '2024-07-16', { ...aReturn, ...over, refusedOn: '2024-07-16', reason: 'The third time this year' });

export const contractSuspended = (from: string): NewEvent => fact(events.contractSuspended, from, { from, reason: 'The building is flooded' });

export const contractResumed = (on: string): NewEvent => fact(events.contractResumed, on, { on });

export const contractCompleted = (completedOn: string): NewEvent => fact(events.contractCompleted, completedOn, { completedOn });
export const contractTerminated = (terminatedOn: string, because: { readonly clause: string; readonly case: number } | null = null): NewEvent =>
  fact(events.contractTerminated, terminatedOn, { terminatedOn, ground: because ? 'break clause' : 'agreement', because, reason: 'The service moves in house' });

export const shortfallCarriedForward = (quantity: string, from: string, to: string, into: { readonly from: string; readonly to: string }, commitment = 'K1'): NewEvent =>
  fact(events.shortfallCarriedForward, '2024-07-15', { commitment, from, to, quantity, into, agreedOn: '2024-07-15', reason: 'The college starts in September' });

export const substituteAgreed = (quantity: string, from: string, to: string, by: PayloadOf<typeof events.substituteAgreed>['by'], commitment = 'K1'): NewEvent =>
  fact(events.substituteAgreed, '2024-07-15', { commitment, from, to, quantity, by, agreedOn: '2024-07-15', reason: 'No volunteers are to be had' });

/** B1: no return ten working days after it was due; 20 working days to put it right, from two working days after posting. */
export const breakClauseAgreed = (over: Partial<PayloadOf<typeof events.breakClauseAgreed>> = {}): NewEvent =>
  fact(events.breakClauseAgreed, over.since ?? '2024-04-01', {
    clause: 'B1',
    condition: { kind: 'silence', workingDaysLate: 10 },
    timeToPutRightWorkingDays: 20,
    remediable: true,
    noticeForm: 'letter',
    noticeAddress: '1 Mill Lane',
    deemedServiceWorkingDays: 2,
    whoMayDecide: 'head of service',
    summary: 'Ten working days without a return',
    ...over,
  });

/** The lead’s return for the first quarter of 2024/25 did not come. */
export const silence = (over: OfReturn = {}): PayloadOf<typeof events.breakConditionMet>['breach'] => ({
  kind: 'silence',
  ...aReturn,
  ...over,
  dueOn: '2024-07-26',
  silentThrough: '2024-08-09',
  extended: false,
  extensionRefused: false,
  remindersDelivered: 0,
});

const firstCase = { clause: 'B1', case: 1 };

export const conditionMet = (over: Partial<PayloadOf<typeof events.breakConditionMet>> = {}): NewEvent =>
  fact(events.breakConditionMet, over.metOn ?? '2024-08-12', { ...firstCase, breach: silence(), metOn: '2024-08-12', ...over });

export const conditionSetAside = (): NewEvent =>
  fact(events.breakConditionSetAside, '2024-08-13', { ...firstCase, setAsideOn: '2024-08-13', reason: 'It was in the post' });

export const clauseTriggered = (over: Partial<PayloadOf<typeof events.breakClauseTriggered>> = {}): NewEvent =>
  fact(events.breakClauseTriggered, over.confirmedOn ?? '2024-08-14', { ...firstCase, confirmedOn: '2024-08-14', confirmedBy: 'person-manager', ...over });

export const noticeServed = (over: Partial<PayloadOf<typeof events.breachNoticeServed>> = {}): NewEvent =>
  fact(events.breachNoticeServed, over.sentOn ?? '2024-08-15', { ...firstCase, form: 'letter', address: '1 Mill Lane', sentOn: '2024-08-15', ...over });

export const breachPutRight = (putRightOn = '2024-09-02'): NewEvent =>
  fact(events.breachPutRight, putRightOn, { ...firstCase, putRightOn, how: 'The return came' });

export const breachWaived = (waivedOn = '2024-09-02'): NewEvent =>
  fact(events.breakClauseWaived, waivedOn, { ...firstCase, waivedOn, words: 'We give up our rights from this breach.' });

export const remedyApplied = (over: Partial<PayloadOf<typeof events.remedyApplied>> = {}): NewEvent =>
  fact(events.remedyApplied, over.appliedOn ?? '2024-09-02', { ...firstCase, remedy: 'credit', pence: 50_000, appliedOn: '2024-09-02', settles: false, words: 'A service credit', ...over });

export const clauseInvoked = (over: Partial<PayloadOf<typeof events.breakClauseInvoked>> = {}): NewEvent =>
  fact(events.breakClauseInvoked, over.invokedOn ?? '2024-09-18', {
    ...firstCase,
    ...{ invokedOn: '2024-09-18', invokedBy: 'person-director', decisionReference: 'Cabinet, 17 September 2024, minute 14' },
    reason: 'No return has come',
    ...over,
  });

/** A contract whose break clause was met once. */
export const caseMet = (over: Partial<PayloadOf<typeof events.breakClauseAgreed>> = {}): readonly NewEvent[] => {
  const { clause = 'B1' } = over;
  return [contractRegistered(), breakClauseAgreed(over), conditionMet({ clause })];
};

/** The same, confirmed by its manager on 14 August 2024. */
export const caseConfirmed = (over: Partial<PayloadOf<typeof events.breakClauseAgreed>> = {}): readonly NewEvent[] => {
  const { clause = 'B1' } = over;
  return [...caseMet(over), clauseTriggered({ clause })];
};
