import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideWithdrawCommitment, withdrawCommitment } from './withdraw-commitment.decision.js';

const around = { today: '2025-05-01' };
const withdrawing = (state: Parameters<typeof decideWithdrawCommitment>[0]) =>
  decideWithdrawCommitment(state, { commitment: 'K1', reason: 'Agreed away at the review' }, around);
const made = [contractRegistered(), commitmentMade()];

describe('Withdrawing a commitment', () => {
  it('is recorded with its reason', () => {
    const [withdrawn] = given(...made).when(withdrawing).then('CommitmentWithdrawn');
    expect(withdrawn).toMatchObject({ businessDate: '2025-05-01', payload: { reason: 'Agreed away at the review' } });
  });

  it('is done once, on a commitment that there is', () => {
    given(...made, ...withdrawing(given(...made).state)).when(withdrawing).thenRefused('commitment');
    expect(given(contractRegistered()).when(withdrawing).thenRefused('commitment').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(withdrawCommitment, (input) => decideWithdrawCommitment(given(...made).state, input, around));
  });
});
