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
