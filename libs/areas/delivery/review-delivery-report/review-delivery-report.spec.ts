import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryRejected, deliveryReported } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { noFactors } from '#domain/measures/measure.js';
import { decideReview, reviewDeliveryReport, type ReviewDeliveryReport } from './review-delivery-report.decision.js';

const review = (over: Partial<ReviewDeliveryReport> = {}) => ({
  report: 'D1',
  decision: 'validated' as const,
  quantity: null,
  method: 'document' as const,
  reviewedOn: '2024-07-20',
  reviewedBy: 'person-manager',
  reason: null,
  factors: noFactors,
  ...over,
});
const around = { today: '2024-08-01', selfReviewAllowed: false };
const deciding = (over: Partial<ReviewDeliveryReport> = {}, surroundings = around) => (state: Parameters<typeof decideReview>[0]) =>
  decideReview(state, review(over), surroundings);
const reported = [contractRegistered(), commitmentMade(), deliveryReported({ quantity: '10' })];

describe('Reviewing a delivery report', () => {
  it('accepts the whole of it', () => {
    const [validated] = given(...reported).when(deciding()).then('DeliveryValidated');
    expect(validated).toMatchObject({ businessDate: '2024-07-20', payload: { accepted: '10', part: false } });
  });

  it('accepts a part of it, with a reason', () => {
    const part = deciding({ decision: 'part validated', quantity: '7.5', reason: 'One starter left' });
    const [validated] = given(...reported).when(part).then('DeliveryValidated');
    expect(validated).toMatchObject({ payload: { accepted: '7.5', part: true } });
  });

  it('never accepts more than was reported, nor of the other sign', () => {
    const error = given(...reported)
      .when(deciding({ decision: 'part validated', quantity: '10.000001', reason: 'More' }))
      .thenRefused('quantity');
    expect(error.faults[0]).toMatchObject({ value: '10.000001', rule: 'must lie between 0 and the reported 10' });
    given(...reported).when(deciding({ decision: 'part validated', quantity: '-1', reason: 'Less' })).thenRefused('quantity');
  });

  it('names everything that is missing at once', () => {
    given(...reported)
      .when(deciding({ decision: 'part validated', method: null, reviewedOn: '2024-08-02' }))
      .thenRefused('reviewedOn', 'method', 'reason', 'quantity');
  });

  it('is not done by the person who entered the report, unless the authority allows it', () => {
    given(...reported).when(deciding({ reviewedBy: 'person-provider' })).thenRefused('reviewedBy');
    const [validated] = given(...reported)
      .when(deciding({ reviewedBy: 'person-provider' }, { ...around, selfReviewAllowed: true }))
      .then('DeliveryValidated');
    expect(validated).toMatchObject({ payload: { selfReviewed: true } });
  });

  it('is done on the correction once there is one', () => {
    const corrected = [...reported, deliveryCorrected('D1', { report: 'D2', quantity: '8' })];
    const error = given(...corrected).when(deciding()).thenRefused('report');
    expect(error.faults[0].fix).toBe('Review D2.');
    given(...corrected).when(deciding({ report: 'D2' })).then('DeliveryValidated');
  });

  it('is done on the old report again once its correction was rejected', () => {
    const restored = [...reported, deliveryCorrected('D1', { report: 'D2', quantity: '8' }), deliveryRejected('D2')];
    given(...restored).when(deciding()).then('DeliveryValidated');
  });

  it('asks a question without a method', () => {
    given(...reported).when(deciding({ decision: 'queried', method: null, reason: 'Which sessions?' })).then('DeliveryQueried');
    given(...reported).when(deciding({ decision: 'queried', reason: 'Which sessions?' })).thenRefused('method');
  });

  it('does not reject a correction while the days that it freed are reported anew', () => {
    const freed = [
      ...reported,
      deliveryCorrected('D1', { report: 'D2', from: '2024-04-01', to: '2024-05-31' }),
      deliveryReported({ report: 'D3', from: '2024-06-01', to: '2024-06-30' }),
    ];
    const error = given(...freed).when(deciding({ report: 'D2', decision: 'rejected', reason: 'June was in it' })).thenRefused('report');
    expect(error.faults[0].fix).toBe('Have D3 withdrawn or corrected first.');
    given(...freed).when(deciding({ report: 'D2' })).then('DeliveryValidated');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), commitmentMade(), deliveryReported({ report: 'P1', quantity: '100' }));
    decidesAnyInput(reviewDeliveryReport, (input) => decideReview(state, input, around));
  });
});
