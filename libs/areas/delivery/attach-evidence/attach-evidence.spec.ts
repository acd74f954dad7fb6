import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { attachEvidence, type AttachEvidence, decideAttachEvidence } from './attach-evidence.decision.js';

const around = { today: '2024-09-01' };
const sha256 = 'b'.repeat(64);
const base: AttachEvidence = { report: 'D1', evidence: [{ kind: 'payroll', fileName: 'july.pdf', sha256 }], evidencedQuantity: null, attachedOn: '2024-08-30' };
const attaching = (over: Partial<AttachEvidence> = {}) => (state: ContractState) => decideAttachEvidence(state, { ...base, ...over }, around);
const reported = [contractRegistered(), commitmentMade('K1', { evidenceRequired: ['payroll'] }), deliveryReported()];
const idsOf = (facts: readonly { payload: object }[]) => (facts[0]!.payload as { evidence: { id: string }[] }).evidence.map(({ id }) => id);

describe('Attaching evidence', () => {
  it('puts it behind the report, after a validation too', () => {
    const [attached] = given(...reported).when(attaching({ evidencedQuantity: '9' })).then('EvidenceAttached');
    expect(attached).toMatchObject({
      businessDate: '2024-08-30',
      payload: { report: 'D1', evidence: [{ kind: 'payroll', fileName: 'july.pdf', sha256 }], evidencedQuantity: '9' },
    });
    given(...reported, deliveryValidated()).when(attaching()).then('EvidenceAttached');
  });

  it('gives every piece an id that its report never had', () => {
    const evidence = [...base.evidence, { kind: 'letter', fileName: null, sha256: null }];
    const first = attaching({ evidence })(given(...reported).state);
    const second = attaching({ evidence })(given(...reported, ...first).state);
    const ids = [...idsOf(first), ...idsOf(second)];
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toMatch(/^E\d+-1$/);
  });

  it('is done to the report in force', () => {
    const error = given(...reported, deliveryCorrected('D1', { report: 'D2' })).when(attaching()).thenRefused('report');
    expect(error.faults[0].fix).toBe('Attach it to D2 instead.');
  });

  it('is not done tomorrow, nor says more than evidence can', () => {
    given(...reported).when(attaching({ attachedOn: '2024-09-02' })).thenRefused('attachedOn');
    given(...reported).when(attaching({ evidencedQuantity: '-1' })).thenRefused('evidencedQuantity');
    given(contractRegistered(), commitmentMade(), deliveryReported()).when(attaching({ evidencedQuantity: '1' })).thenRefused('evidencedQuantity');
  });

  it('ends at 200 pieces', () => {
    const many = Array.from({ length: 199 }, () => base.evidence[0]!);
    const full = [...reported, ...attaching({ evidence: many })(given(...reported).state)];
    given(...full).when(attaching()).then('EvidenceAttached');
    given(...full).when(attaching({ evidence: many.slice(0, 2) })).thenRefused('evidence');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...reported, deliveryReported({ report: 'P1', from: '2024-07-01', to: '2024-07-31' }));
    decidesAnyInput(attachEvidence, (input) => decideAttachEvidence(state, input, around));
  });
});
