import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryReported } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { decideWithdrawEvidence, withdrawEvidence } from './withdraw-evidence.decision.js';

const around = { today: '2024-09-01' };
const withdrawing = (evidence = 'E1') => (state: ContractState) =>
  decideWithdrawEvidence(state, { report: 'D1', evidence, reason: 'Another person’s payslip' }, around);
const evidence = [{ id: 'E1', kind: 'payroll', sha256: null }];
const reported = [contractRegistered(), commitmentMade(), deliveryReported({ evidence })];

describe('Withdrawing evidence', () => {
  it('takes a piece from behind the report', () => {
    const [withdrawn] = given(...reported).when(withdrawing()).then('EvidenceWithdrawn');
    expect(withdrawn).toMatchObject({ businessDate: '2024-09-01', payload: { report: 'D1', evidence: 'E1', reason: 'Another person’s payslip' } });
    given(...reported, withdrawn!).when(withdrawing()).thenRefused('evidence');
  });

  it('names a piece that is there, in the report in force', () => {
    const error = given(...reported).when(withdrawing('E2')).thenRefused('evidence');
    expect(error.faults[0].fix).toBe('Choose one of E1.');
    given(...reported, deliveryCorrected('D1', { report: 'D2' })).when(withdrawing()).thenRefused('report');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), commitmentMade(), deliveryReported({ report: 'P1', evidence: [{ id: 'K1', kind: 'payroll', sha256: null }] }));
    decidesAnyInput(withdrawEvidence, (input) => decideWithdrawEvidence(state, input, around));
  });
});
