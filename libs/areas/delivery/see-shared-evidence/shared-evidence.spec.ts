import { commitmentMade, contractRegistered, deliveryCorrected, deliveryReported } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { sharedEvidence } from './shared-evidence.js';

const sha256 = 'c'.repeat(64);
const sheet = [{ id: 'E1', kind: 'sign-in sheet', sha256 }];
const made = [contractRegistered(), commitmentMade(), commitmentMade('K2')];
const shared = (report: string, ...reports: readonly NewEvent[]) => {
  const { state } = given(...made, ...reports);
  const found = Object.values(state.commitments).flatMap(({ reports }) => reports.get(report) ?? []);
  return sharedEvidence(state, found[0]!);
};
const d1 = deliveryReported({ report: 'D1', evidence: sheet });
const d2 = deliveryReported({ report: 'D2', commitment: 'K2', evidence: [{ id: 'E1', kind: 'register', sha256 }] });

describe('The same file behind two reports', () => {
  it('is seen from either, over all commitments of the contract', () => {
    expect(shared('D1', d1, d2)).toEqual([{ evidence: 'E1', sha256, alsoBehind: ['D2'] }]);
    expect(shared('D2', d1, d2)).toEqual([{ evidence: 'E1', sha256, alsoBehind: ['D1'] }]);
  });

  it('is not seen between a report and its corrections', () => {
    const corrected = deliveryCorrected('D1', { report: 'D3', evidence: sheet });
    expect(shared('D3', d1, corrected)).toEqual([]);
    expect(shared('D2', d1, corrected, d2)).toEqual([{ evidence: 'E1', sha256, alsoBehind: ['D3'] }]);
  });

  it('is not seen in evidence that has no file', () => {
    const held = [{ id: 'E1', kind: 'payroll', sha256: null }];
    expect(shared('D1', deliveryReported({ evidence: held }), deliveryReported({ report: 'D2', commitment: 'K2', evidence: held }))).toEqual([]);
  });
});
