import { policyEvolution } from '#domain/authority/policy.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideSelfReviewPolicy, setSelfReviewPolicy, type SetSelfReviewPolicy } from './set-self-review-policy.decision.js';

const given = givenIn(policyEvolution);
const around = { today: '2025-05-01' };
const deciding = (over: Partial<SetSelfReviewPolicy> = {}) => (state: Parameters<typeof decideSelfReviewPolicy>[0]) =>
  decideSelfReviewPolicy(state, { allowed: true, reason: 'A team of one', ...over }, around);
const allowed = deciding()(policyEvolution.initial);

describe('The policy on reviewing one’s own reports', () => {
  it('begins with no and can be set to yes', () => {
    const [set] = given().when(deciding()).then('SelfReviewPolicySet');
    expect(set).toMatchObject({ businessDate: '2025-05-01', payload: { allowed: true, reason: 'A team of one' } });
  });

  it('can be taken back', () => {
    given(...allowed).when(deciding({ allowed: false })).then('SelfReviewPolicySet');
  });

  it('is not set to what it is', () => {
    given().when(deciding({ allowed: false })).thenRefused('allowed');
    given(...allowed).when(deciding()).thenRefused('allowed');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(setSelfReviewPolicy, (input) => decideSelfReviewPolicy(policyEvolution.initial, input, around));
  });
});
