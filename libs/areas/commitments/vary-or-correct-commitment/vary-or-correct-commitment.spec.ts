import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure, commitmentMade, commitmentTerms, contractRegistered, deliveryReported, membersAgreed, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { commitmentWithdrawn, contractCompleted } from '#domain/contract/events/index.js';
import { decideCommitmentChange, varyOrCorrectCommitment } from './vary-or-correct-commitment.decision.js';

const measures = {
  M1: aMeasure({ unitValue: '11' }),
  M2: aMeasure({ measure: 'M2', kind: 'FTE' }),
  M3: aMeasure({ measure: 'M3', kind: 'text', combine: 'never', money: 'none', unitValue: null }),
};
const around = { today: '2025-05-01', measures };
const changing = (over: object) => (state: Parameters<typeof decideCommitmentChange>[0]) =>
  decideCommitmentChange(state, varyOrCorrectCommitment.parse({ commitment: 'K1', because: 'entry error', reason: 'A slip', ...over }), around);
const made = [contractRegistered(), commitmentMade(), targetAgreed('100000010'), targetAgreed('10', '2025-04-01', '2026-03-31')];
const year = { from: '2024-04-01', to: '2025-03-31' };

describe('Stating a commitment anew', () => {
  it('mends a target that was typed £100m too high, and leaves the others', () => {
    const [corrected] = given(...made).when(changing({ targets: [{ ...year, quantity: '10' }] })).then('CommitmentCorrected');
    expect(corrected).toMatchObject({ businessDate: '2025-05-01', payload: { commitment: 'K1', targets: [{ ...year, quantity: '10' }], reason: 'A slip' } });
    expect(corrected!.payload).not.toHaveProperty('terms');
    const after = given(...made, corrected!).state.commitments['K1']!.targets;
    expect(Object.values(after).map(({ quantity }) => quantity)).toEqual([10_000_000n, 10_000_000n]);
  });

  it('is a variation when the promise changed', () => {
    const [varied] = given(...made).when(changing({ because: 'variation', critical: true })).then('CommitmentVaried');
    expect(varied).toMatchObject({ payload: { terms: commitmentTerms({ critical: true }) } });
    expect(varied!.payload).not.toHaveProperty('targets');
  });

  it('moves a target to other days: one is taken away, another stated', () => {
    const half = { from: '2024-04-01', to: '2024-09-30', quantity: '5' };
    given(...made).when(changing({ targets: [half] })).thenRefused('targets[0].from');
    given(...made).when(changing({ targets: [{ ...year, quantity: null }, half] })).then('CommitmentCorrected');
    given(...made).when(changing({ targets: [{ from: '2024-04-01', to: '2024-04-30', quantity: null }] })).thenRefused('targets[0].from');
  });

  it('keeps targets within a year and apart', () => {
    given(...made).when(changing({ targets: [{ from: '2026-01-01', to: '2026-04-30', quantity: '1' }] })).thenRefused('targets[0].to');
  });

  it('keeps what was frozen, until it is frozen anew', () => {
    const [kept] = given(...made).when(changing({ place: 'Harbour' })).then('CommitmentCorrected');
    expect(kept).toMatchObject({ payload: { terms: { measure: { unitValue: '10' } } } });
    const [anew] = given(...made).when(changing({ measure: 'M1' })).then('CommitmentCorrected');
    expect(anew).toMatchObject({ payload: { terms: { measure: { unitValue: '11' } } } });
    given(...made).when(changing({ measure: 'M9' })).thenRefused('measure');
  });

  it('keeps the kind in which something was delivered', () => {
    given(...made).when(changing({ measure: 'M2' })).then('CommitmentCorrected');
    given(...made, deliveryReported()).when(changing({ measure: 'M2' })).thenRefused('measure');
    given(...made, deliveryReported()).when(changing({ measure: 'M1' })).then('CommitmentCorrected');
  });

  it('takes targets away before it becomes a text', () => {
    given(...made).when(changing({ measure: 'M3' })).thenRefused('targets', 'targets');
    const gone = [{ ...year, quantity: null }, { from: '2025-04-01', to: '2026-03-31', quantity: null }];
    given(...made).when(changing({ measure: 'M3', targets: gone })).then('CommitmentCorrected');
  });

  it('has a bid sentence exactly while it is of the contract', () => {
    const [beyond] = given(...made).when(changing({ basis: 'beyond contract' })).then('CommitmentCorrected');
    expect(beyond).toMatchObject({ payload: { bidSentence: null, terms: { basis: 'beyond contract' } } });
    given(...made, beyond!).when(changing({ basis: 'contract' })).thenRefused('bidSentence');
    given(...made, beyond!).when(changing({ basis: 'contract', bidSentence: 'We will.' })).then('CommitmentCorrected');
    given(...made).when(changing({ bidSentence: null })).thenRefused('bidSentence');
    given(...made).when(changing({ bidSentence: 'We will give more of our time.' })).then('CommitmentCorrected');
  });

  it('names a member as its deliverer', () => {
    given(...made, membersAgreed({ P1: '60', P2: '40' })).when(changing({ provider: 'P2' })).then('CommitmentCorrected');
    given(...made).when(changing({ provider: 'P2' })).thenRefused('provider');
  });

  it('is refused when nothing is different', () => {
    given(...made).when(changing({})).thenRefused('commitment');
    given(...made).when(changing({ critical: false, targets: [{ ...year, quantity: '100000010.0' }] })).thenRefused('commitment');
  });

  it('is refused once the commitment is withdrawn; on a completed contract only a correction is taken', () => {
    given(...made, fact(commitmentWithdrawn, '2025-04-01', { commitment: 'K1', reason: 'Dropped' })).when(changing({ critical: true })).thenRefused('commitment');
    const completed = fact(contractCompleted, '2025-04-30', { completedOn: '2025-04-30' });
    given(...made, completed).when(changing({ critical: true, because: 'variation' })).thenRefused('contract');
    given(...made, completed).when(changing({ critical: true })).then('CommitmentCorrected');
  });

  it('decides or refuses anything', () => {
    const { state } = given(...made, membersAgreed({ P1: '60', P2: '40' }));
    decidesAnyInput(varyOrCorrectCommitment, (input) => decideCommitmentChange(state, input, around));
  });
});
