import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { commitmentWithdrawn } from '#domain/contract/events/index.js';
import { type AgreeTarget, agreeTarget, decideAgreeTarget } from './agree-target.decision.js';

const around = { today: '2025-05-01', unusualFigures: 'need a reason' } as const;
const agreeing = (over: Partial<AgreeTarget> = {}) => (state: Parameters<typeof decideAgreeTarget>[0]) =>
  decideAgreeTarget(state, { commitment: 'K1', from: '2025-04-01', to: '2026-03-31', quantity: '12', reason: null, ...over }, around);
const made = [contractRegistered(), commitmentMade(), targetAgreed('10')];

describe('Agreeing a target', () => {
  it('adds it to those that stand', () => {
    const [agreed] = given(...made).when(agreeing()).then('TargetAgreed');
    expect(agreed).toMatchObject({ businessDate: '2025-05-01', payload: { commitment: 'K1', from: '2025-04-01', to: '2026-03-31', quantity: '12' } });
  });

  it('does not overlap one of them', () => {
    given(...made).when(agreeing({ from: '2025-03-31', to: '2025-03-31' })).thenRefused('from');
    given(...made).when(agreeing({ from: '2024-04-01', to: '2025-03-31' })).thenRefused('from');
  });

  it('does not cross 31 March', () => {
    given(...made).when(agreeing({ to: '2026-04-01' })).thenRefused('to');
  });

  it('asks for a reason when it is unusual', () => {
    given(...made).when(agreeing({ quantity: '101' })).thenRefused('quantity');
    const [agreed] = given(...made).when(agreeing({ quantity: '101', reason: 'A second site' })).then('TargetAgreed');
    expect(agreed).toMatchObject({ payload: { reason: 'A second site' } });
  });

  it('is refused where there is no commitment, or no more', () => {
    expect(given(contractRegistered()).when(agreeing()).thenRefused('commitment').kind).toBe('not found');
    const withdrawn = fact(commitmentWithdrawn, '2025-04-01', { commitment: 'K1', reason: 'Dropped' });
    given(...made, withdrawn).when(agreeing()).thenRefused('commitment');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(agreeTarget, (input) => decideAgreeTarget(given(...made).state, input, around));
  });
});
