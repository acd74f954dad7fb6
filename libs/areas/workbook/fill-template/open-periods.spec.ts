import { fact } from '#domain/contract/contract.js';
import * as events from '#domain/contract/events/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { commitmentMade, contractRegistered, deliveryReported, membersAgreed, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { openDeliveries, openReturns } from './open-periods.js';

const scheduled = (frequency: 'quarterly' | 'annual'): NewEvent => fact(events.reportingScheduleAgreed, '2024-04-01', { frequency, dueWorkingDays: 20 });
const returned = (provider: string, from: string, to: string): NewEvent =>
  fact(events.returnSubmitted, to, { provider, from, to, nil: false, submittedOn: to, submittedBy: 'person-provider' });
const begun = [contractRegistered(), scheduled('quarterly'), commitmentMade(), targetAgreed('40')];
/** Quarters by their first days. */
const open = (on: string, ...past: NewEvent[]) => openDeliveries(given(...begun, ...past).state, on).map(({ commitment, provider, from, to }) => [commitment, provider, from, to]);
const quarters = (on: string, ...past: NewEvent[]) => open(on, ...past).map(([, , from]) => from);

describe('What is still to be reported', () => {
  it('is each commitment in each reporting period that has begun', () => {
    expect(open('2024-07-01')).toEqual([
      ['K1', null, '2024-04-01', '2024-06-30'],
      ['K1', null, '2024-07-01', '2024-09-30'],
    ]);
    expect(open('2024-03-31')).toEqual([]);
  });

  it('is nothing for periods in which nothing was promised', () => {
    expect(quarters('2026-01-01')).toEqual(['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01']);
    expect(quarters('2026-01-01', targetAgreed('10', '2025-10-01', '2025-12-31'))).toContain('2025-10-01');
    expect(open('2024-06-01', commitmentMade('K2', { basis: 'beyond contract' })).map(([commitment]) => commitment)).toEqual(['K1']);
  });

  it('is nothing for periods of which something is reported, a dated item too', () => {
    expect(quarters('2024-12-31', deliveryReported({ report: 'D1' }))).toEqual(['2024-07-01', '2024-10-01']);
    expect(quarters('2024-12-31', deliveryReported({ report: 'D1', item: true, from: '2024-08-14', to: '2024-08-14' }))).toEqual(['2024-04-01', '2024-10-01']);
  });

  it('is nothing for periods that an opening balance covers', () => {
    const balance = { commitment: 'K1', provider: null, from: '2024-04-01', to: '2024-09-30', quantity: '20', attestedBy: null };
    expect(quarters('2024-12-31', fact(events.openingBalanceBroughtForward, '2024-10-01', balance))).toEqual(['2024-10-01']);
  });

  it('is open again once the report was withdrawn', () => {
    const withdrawn = fact(events.deliveryWithdrawn, '2024-08-01', { commitment: 'K1', report: 'D1', reason: 'Not ours' });
    expect(quarters('2024-06-30', deliveryReported({ report: 'D1' }), withdrawn)).toEqual(['2024-04-01']);
  });

  it('is nothing once the provider said that this was all', () => {
    expect(quarters('2024-09-30', returned('P1', '2024-04-01', '2024-06-30'))).toEqual(['2024-07-01']);
    expect(quarters('2024-09-30', returned('P2', '2024-04-01', '2024-06-30'))).toEqual(['2024-04-01', '2024-07-01']);
  });

  it('names the member who delivers', () => {
    const past = [membersAgreed({ P1: '60', P2: '40' }), commitmentMade('K2', { provider: 'P2' }), targetAgreed('4', '2024-04-01', '2024-06-30', 'K2')];
    expect(open('2024-04-01', ...past)).toEqual([
      ['K1', null, '2024-04-01', '2024-06-30'],
      ['K2', 'P2', '2024-04-01', '2024-06-30'],
    ]);
  });

  it('is nothing after a contract was completed, nor for a commitment that was withdrawn, nor without a schedule', () => {
    expect(quarters('2025-03-31', fact(events.contractCompleted, '2024-08-01', { completedOn: '2024-08-01' }))).toEqual(['2024-04-01', '2024-07-01']);
    expect(quarters('2025-03-31', fact(events.commitmentWithdrawn, '2024-08-01', { commitment: 'K1', reason: 'Made twice' }))).toEqual([]);
    expect(openDeliveries(given(contractRegistered(), commitmentMade(), targetAgreed('40')).state, '2025-03-31')).toEqual([]);
  });
});

it('Returns are open for each member and period, the lead’s without its name', () => {
  const { state } = given(contractRegistered(), scheduled('annual'), membersAgreed({ P1: '60', P2: '40' }), returned('P1', '2024-04-01', '2025-03-31'));
  expect(openReturns(state, '2025-06-01')).toEqual([
    { contract: 'C1', provider: 'P2', from: '2024-04-01', to: '2025-03-31' },
    { contract: 'C1', provider: null, from: '2025-04-01', to: '2026-03-31' },
    { contract: 'C1', provider: 'P2', from: '2025-04-01', to: '2026-03-31' },
  ]);
});
