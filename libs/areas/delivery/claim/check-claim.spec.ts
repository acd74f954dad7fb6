import { aMeasure, commitmentMade, contractRegistered, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { CommitmentTerms, ContractState } from '#domain/contract/state.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { decideReportDelivery, reportDelivery, type ReportDelivery } from '../report-delivery/report-delivery.decision.js';

const base = reportDelivery.parse({
  reference: 'D1',
  commitment: 'K1',
  from: '2024-04-01',
  to: '2024-06-30',
  quantity: '10',
  reportedOn: '2024-07-05',
  reportedBy: 'person-provider',
});
const around = { today: '2025-08-01', unusualFigures: 'need a reason' } as const;
const reporting = (over: Partial<ReportDelivery> = {}) => (state: ContractState) => decideReportDelivery(state, { ...base, ...over }, around);
const made = (measure: Partial<MeasureTerms> = {}, terms: Partial<CommitmentTerms> = {}) => [
  contractRegistered(),
  commitmentMade('K1', { measure: aMeasure(measure), ...terms }),
];

describe('The figures of a delivery report', () => {
  it.each([
    ['number', { quantity: null }, ['quantity']],
    ['number', { hours: '1' }, ['hours']],
    ['number', { text: 'Much' }, ['text']],
    ['FTE', { quantity: null, people: 2 }, ['quantity', 'people']],
    ['money', { quantity: null, hours: '1', people: 1 }, ['quantity', 'hours', 'people']],
    ['hours x people', {}, ['quantity', 'hours', 'people']],
    ['hours x people', { quantity: null, hours: '2' }, ['people']],
    ['hours x people', { quantity: null, people: 2 }, ['hours']],
    ['text', {}, ['quantity', 'text']],
    ['text', { quantity: null, text: '  ' }, ['text']],
    ['percentage', { quantity: '1000.000001' }, ['quantity']],
    ['percentage', { quantity: '-1001' }, ['quantity']],
  ] as const)('for a measure of kind %s are not %j', (kind, over, fields) => {
    given(...made({ kind })).when(reporting({ ...over, reason: 'So it is' })).thenRefused(...fields);
  });

  it.each([
    ['hours x people', { quantity: null, hours: '2.075', people: 40 }],
    ['hours x people', { quantity: null, hours: '-2.5', people: 8 }],
    ['hours x people', { quantity: null, hours: '2.5', people: 0 }],
    ['percentage', { quantity: '-1000' }],
    ['percentage', { quantity: '120.5' }],
    ['FTE', { quantity: '7.5' }],
  ] as const)('for a measure of kind %s may be %j', (kind, over) => {
    given(...made({ kind })).when(reporting(over)).then('DeliveryReported');
  });

  it('tells a text from a quantity', () => {
    const [reported] = given(...made({ kind: 'text', unitValue: null, money: 'none', combine: 'never' }))
      .when(reporting({ quantity: null, text: 'Two groups opened on Sundays.' }))
      .then('DeliveryReported');
    expect(reported).toMatchObject({ payload: { text: 'Two groups opened on Sundays.' } });
    expect(reported!.payload).not.toHaveProperty('quantity');
  });

  it('stay within what the record can add, said in words', () => {
    const hours = given(...made({ kind: 'hours x people' }))
      .when(reporting({ quantity: null, hours: '10000000000', people: 100_000_000 }))
      .thenRefused('hours');
    expect(hours.faults[0].rule).toBe('must give no more than 10,000,000,000 in all');
    const worth = given(...made({ unitValue: '1000' })).when(reporting({ quantity: '100000001', reason: 'So it is' })).thenRefused('quantity');
    expect(worth.faults[0].rule).toBe('must not be worth more than £100,000 million');
    given(...made({ unitValue: '1000' })).when(reporting({ quantity: '100000000', reason: 'So it is' })).then('DeliveryReported');
  });
});

describe('The period of a delivery report', () => {
  it('crosses no 31 March; the split is offered', () => {
    const crossing = reporting({ from: '2024-01-01', to: '2024-09-30', reason: 'Before the start' });
    const error = given(...made()).when(crossing).thenRefused('to');
    expect(error.faults[0].fix).toContain('2024-01-01 to 2024-03-31, 2024-04-01 to 2024-09-30');
    given(...made()).when(reporting({ from: '2024-04-01', to: '2024-12-31' })).then('DeliveryReported');
  });

  it('ends after it begins, and has begun', () => {
    given(...made()).when(reporting({ from: '2024-06-30', to: '2024-04-01' })).thenRefused('to');
    given(...made()).when(reporting({ from: '2025-08-02', to: '2025-08-31' })).thenRefused('from');
    given(...made()).when(reporting({ from: '2025-08-01', to: '2025-08-31' })).then('DeliveryReported');
  });

  it('of an item has ended', () => {
    given(...made()).when(reporting({ from: '2025-08-01', to: '2025-08-02', item: true })).thenRefused('to');
    given(...made()).when(reporting({ from: '2025-07-31', to: '2025-08-01', item: true })).then('DeliveryReported');
  });

  it('is reported by today', () => {
    given(...made()).when(reporting({ reportedOn: '2025-08-02' })).thenRefused('reportedOn');
  });
});

describe('The member of a delivery report', () => {
  const members = membersAgreed({ P1: '60', P2: '40' });

  it('is a member of the contract, or nobody', () => {
    given(...made(), members).when(reporting({ provider: 'P2' })).then('DeliveryReported');
    given(...made(), members).when(reporting({ provider: null })).then('DeliveryReported');
    given(...made(), members).when(reporting({ provider: 'P3' })).thenRefused('provider');
    given(...made()).when(reporting({ provider: 'P2' })).thenRefused('provider');
  });

  it('is the one who made the commitment, if that names one', () => {
    given(...made({}, { provider: 'P1' }), members).when(reporting({ provider: 'P1' })).then('DeliveryReported');
    const error = given(...made({}, { provider: 'P1' }), members).when(reporting({ provider: 'P2' })).thenRefused('provider');
    expect(error.faults[0].rule).toBe('must be P1, who made the commitment');
  });
});

describe('The evidence of a delivery report', () => {
  const sha256 = 'a'.repeat(64);

  it('is numbered within the report', () => {
    const evidence = [
      { kind: 'payroll', fileName: 'starters.pdf', sha256 },
      { kind: 'letter', fileName: null, sha256: null },
    ];
    const [reported] = given(...made()).when(reporting({ evidence })).then('DeliveryReported');
    expect(reported!.payload).toMatchObject({
      evidence: [
        { id: 'E1', kind: 'payroll', fileName: 'starters.pdf', sha256 },
        { id: 'E2', kind: 'letter', sha256: null },
      ],
    });
  });

  it('supports a quantity where evidence is asked for, of the same sign; more than is reported may be said', () => {
    const asked = made({}, { evidenceRequired: ['payroll'] });
    given(...asked).when(reporting({ evidencedQuantity: '8' })).then('DeliveryReported');
    given(...asked).when(reporting({ evidencedQuantity: '0' })).then('DeliveryReported');
    given(...asked).when(reporting({ evidencedQuantity: '12' })).then('DeliveryReported');
    given(...asked).when(reporting({ evidencedQuantity: '-8' })).thenRefused('evidencedQuantity');
    given(...asked).when(reporting({ quantity: '-3', evidencedQuantity: '-2' })).then('DeliveryReported');
    given(...asked).when(reporting({ quantity: '0', evidencedQuantity: '1' })).thenRefused('evidencedQuantity');
    given(...made()).when(reporting({ evidencedQuantity: '8' })).thenRefused('evidencedQuantity');
  });
});
