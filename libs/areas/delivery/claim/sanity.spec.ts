import { aMeasure, commitmentMade, contractRegistered, deliveryCorrected, deliveryReported, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { type ReportedSoFar, unusual, type UnusualLine } from './sanity.js';

const made = (measure: Partial<MeasureTerms> = {}) => [contractRegistered({ valuePence: 100_000 }), commitmentMade('K1', { measure: aMeasure(measure) })];
const found = (past: readonly NewEvent[], over: Partial<UnusualLine> = {}, chain: string | null = null, soFar?: ReportedSoFar) => {
  const { state } = given(...past);
  const line: UnusualLine = { provider: null, from: '2024-10-01', to: '2024-12-31', quantity: '5', hours: null, people: null, text: null, item: false, ...over };
  return unusual(state, state.commitments['K1']!, line, chain, soFar);
};
const quarter = (report: string, from: string, to: string, quantity: string, over = {}) => deliveryReported({ report, from, to, quantity, ...over });
const spring = quarter('D1', '2024-04-01', '2024-06-30', '3');
const summer = quarter('D2', '2024-07-01', '2024-09-30', '7.5');
const rules = (findings: ReturnType<typeof found>) => findings.map(({ field, rule }) => `${field} ${rule}`);

describe('What is unusual about a delivery report', () => {
  it('is nothing, for a plain one', () => {
    expect(found(made())).toEqual([]);
    expect(found([...made(), spring, summer])).toEqual([]);
  });

  it('is a value above the whole contract’s', () => {
    expect(found(made(), { quantity: '100' })).toEqual([]);
    const [finding] = found(made(), { quantity: '-100.01' });
    expect(finding).toEqual({
      field: 'quantity',
      value: '-100.01',
      rule: 'is worth £1,000.10, more than the whole contract at £1,000.00',
      fix: 'Check the figure; if it is right, give the reason.',
    });
  });

  it('is more than ten times the largest before it, by magnitude; of the first nothing is asked', () => {
    const past = [...made({ unitValue: null, money: 'none' }), quarter('D1', '2024-04-01', '2024-06-30', '-4'), quarter('D2', '2024-07-01', '2024-09-30', '2')];
    expect(found(past, { quantity: '40' })).toEqual([]);
    expect(rules(found(past, { quantity: '40.5' }))).toEqual(['quantity is more than ten times the largest reported before, -4 in D1']);
    expect(found(made({ unitValue: null }), { quantity: '9999' })).toEqual([]);
    expect(found([...made(), quarter('D1', '2024-04-01', '2024-06-30', '0')], { quantity: '9' })).toEqual([]);
  });

  it('is not found by comparing a correction with what it corrects', () => {
    const past = [...made(), spring, deliveryCorrected('D1', { report: 'D2', quantity: '4' })];
    expect(found(past, { quantity: '90' }, 'D1')).toEqual([]);
    expect(found(past, { quantity: '90' })).toHaveLength(1);
  });

  it('is a fifth of all that the authority was reported, once that is twenty reports', () => {
    const soFar = { reports: 20, pence: 25_000 };
    expect(found(made(), { quantity: '5' }, null, soFar)).toEqual([]);
    expect(rules(found(made(), { quantity: '5.01' }, null, soFar))).toEqual([
      'quantity is worth £50.10, more than a fifth of all that was reported to the authority, £250.00',
    ]);
    expect(found(made(), { quantity: '5.01' }, null, { ...soFar, reports: 19 })).toEqual([]);
    expect(found(made({ unitValue: null }), { quantity: '5.01' }, null, soFar)).toEqual([]);
  });

  it('is a figure that equals the sum of the periods before it in its year: typed as the total to date', () => {
    expect(rules(found([...made(), spring, summer], { quantity: '10.5' }))).toEqual([
      'quantity equals what was reported before in 2024/25 (3 for 2024-04-01 to 2024-06-30, 7.5 for 2024-07-01 to 2024-09-30), as if it were the total to date',
    ]);
    expect(found([...made(), spring], { quantity: '3' })).toEqual([]);
    expect(found([...made(), spring, summer], { quantity: '10.5', item: true })).toEqual([]);
    expect(found([...made(), spring, summer], { quantity: '10.5', from: '2025-04-01', to: '2025-06-30' })).toEqual([]);
    expect(found([...made({ combine: 'latest' }), spring, summer], { quantity: '10.5' })).toEqual([]);
    const members = membersAgreed({ P1: '50', P2: '50' });
    expect(found([...made(), members, spring, summer], { quantity: '10.5', provider: 'P2' })).toEqual([]);
  });

  it('is a period outside the contract’s dates', () => {
    const outside = { from: '2024-03-01', to: '2024-03-31' };
    expect(rules(found(made(), outside))).toEqual(['from lies outside the contract, which runs from 2024-04-01 to 2027-03-31']);
    expect(rules(found(made(), { from: '2027-03-31', to: '2027-04-30' }))).toEqual(['to lies outside the contract, which runs from 2024-04-01 to 2027-03-31']);
  });

  it('is looked for in hours × people by their product, and not in texts', () => {
    const hours = made({ kind: 'hours x people' });
    expect(rules(found(hours, { quantity: null, hours: '10', people: 11 }))).toEqual([
      'hours is worth £1,100.00, more than the whole contract at £1,000.00',
    ]);
    expect(found(made({ kind: 'text', unitValue: null, combine: 'never' }), { quantity: null, text: 'More than ever' })).toEqual([]);
  });
});
