import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure, commitmentMade, contractRegistered, deliveryReported, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { commitmentWithdrawn, contractCompleted } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { decideReportDelivery, reportDelivery, type ReportDelivery } from './report-delivery.decision.js';

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
const made = (measure: Partial<MeasureTerms> = {}) => [contractRegistered(), commitmentMade('K1', { measure: aMeasure(measure) })];

describe('Reporting a delivery', () => {
  it('states the claim as it was typed, and leaves out what is blank', () => {
    const [reported] = given(...made()).when(reporting({ description: 'Reading mornings' })).then('DeliveryReported');
    expect(reported).toEqual({
      type: 'DeliveryReported',
      businessDate: '2024-07-05',
      payload: {
        report: 'D1',
        commitment: 'K1',
        provider: null,
        from: '2024-04-01',
        to: '2024-06-30',
        quantity: '10',
        item: false,
        inAddition: false,
        description: 'Reading mornings',
        evidence: [],
        evidencedQuantity: null,
        reportedOn: '2024-07-05',
        reportedBy: 'person-provider',
        side: 'authority',
      },
    });
  });

  it('takes 0 and negative quantities', () => {
    given(...made()).when(reporting({ quantity: '0' })).then('DeliveryReported');
    given(...made()).when(reporting({ quantity: '-2.5' })).then('DeliveryReported');
  });

  it('goes on after the contract has run its course, but not on a commitment that was withdrawn', () => {
    given(...made(), fact(contractCompleted, '2024-07-01', { completedOn: '2024-07-01' })).when(reporting()).then('DeliveryReported');
    const withdrawn = fact(commitmentWithdrawn, '2024-07-01', { commitment: 'K1', reason: 'No such promise' });
    given(...made(), withdrawn).when(reporting()).thenRefused('commitment');
  });

  it.each(['K9', 'constructor', '__proto__'])('needs a commitment of the contract, not %s', (commitment) => {
    const error = given(...made()).when(reporting({ commitment })).thenRefused('commitment');
    expect(error.kind).toBe('not found');
    given().when(reporting({ commitment })).thenRefused('commitment');
  });

  it('takes a reference once', () => {
    const error = given(...made(), deliveryReported()).when(reporting({ from: '2024-07-01', to: '2024-07-31' })).thenRefused('reference');
    expect(error.kind).toBe('conflict');
  });
});

describe('An unusual figure', () => {
  const tenfold = [...made(), deliveryReported({ quantity: '10' })];
  const over = { reference: 'D2', from: '2024-07-01', to: '2024-09-30', quantity: '100.000001' };

  it('is refused until a reason is given', () => {
    const error = given(...tenfold).when(reporting(over)).thenRefused('quantity');
    expect(error.faults[0].rule).toBe('is more than ten times the largest reported before, 10 in D1');
    given(...tenfold).when(reporting({ ...over, reason: '   ' })).thenRefused('quantity');
    const [reported] = given(...tenfold).when(reporting({ ...over, reason: 'The whole school came' })).then('DeliveryReported');
    expect(reported).toMatchObject({ payload: { reason: 'The whole school came' } });
  });

  it('passes in an import, which only warns of it', () => {
    const importing = (state: ContractState) => decideReportDelivery(state, { ...base, ...over }, { ...around, unusualFigures: 'pass' });
    given(...tenfold).when(importing).then('DeliveryReported');
  });
});

describe('Whatever is reported', () => {
  it.each(['number', 'hours x people', 'FTE', 'money', 'percentage', 'text'] as const)('is decided or refused, for a measure of kind %s', (kind) => {
    const { state } = given(...made({ kind }), commitmentMade('K2', { evidenceRequired: ['payroll'] }), membersAgreed({ P1: '60', P2: '40' }));
    decidesAnyInput(reportDelivery, (input) => decideReportDelivery(state, input, around));
  });
});
