import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, contractTerminated, deliveryReported, membersAgreed, returnSubmitted, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { decideSubmitReturn, submitReturn, type SubmitReturn } from './submit-return.decision.js';

const around = { today: '2024-08-01', unusualFigures: 'pass' } as const;
const base = submitReturn.parse({ from: '2024-04-01', to: '2024-06-30', submittedOn: '2024-07-10', submittedBy: 'person-provider' });
const submitting = (over: Partial<SubmitReturn> = {}) => (state: ContractState) => decideSubmitReturn(state, 'C1', { ...base, ...over }, around);
const registered = [contractRegistered(), commitmentMade()];
const consortium = [...registered, membersAgreed({ P1: '60', P2: '40' })];

describe('Submitting a return', () => {
  it('is the lead’s, unless a member is named', () => {
    const [submitted] = given(...registered).when(submitting()).then('ReturnSubmitted');
    expect(submitted).toEqual({
      type: 'ReturnSubmitted',
      businessDate: '2024-07-10',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', nil: false, submittedOn: '2024-07-10', submittedBy: 'person-provider' },
    });
    const [ofMember] = given(...consortium).when(submitting({ provider: 'P2' })).then('ReturnSubmitted');
    expect(ofMember).toMatchObject({ payload: { provider: 'P2' } });
  });

  it('is a member’s', () => {
    given(...consortium).when(submitting({ provider: 'P3' })).thenRefused('provider');
    given(...registered, membersAgreed({ P2: '100' })).when(submitting()).thenRefused('provider');
  });

  it('is of whoever owed it, though others are members or lead by now', () => {
    const since = '2024-07-01';
    const left = { ...membersAgreed({ P1: '100' }), payload: { members: [{ provider: 'P1', share: '100' }], since } };
    given(...consortium, left).when(submitting({ provider: 'P2' })).then('ReturnSubmitted');
    given(...consortium, left).when(submitting({ provider: 'P2', from: '2024-07-01', to: '2024-09-30' })).thenRefused('provider', 'submittedOn');
    const joined = { ...membersAgreed({ P1: '60', P3: '40' }), payload: { members: [{ provider: 'P1', share: '60' }, { provider: 'P3', share: '40' }], since } };
    given(...registered, joined).when(submitting({ provider: 'P3' })).thenRefused('provider');
  });

  it('is of a contract that is registered', () => {
    expect(given().when(submitting()).thenRefused('contract').kind).toBe('not found');
  });

  it('is for a period of one year that has begun, and not submitted tomorrow', () => {
    given(...registered).when(submitting({ from: '2024-01-01' })).thenRefused('to');
    given(...registered).when(submitting({ from: '2024-07-01', to: '2024-06-30' })).thenRefused('to');
    given(...registered).when(submitting({ from: '2024-08-02', to: '2024-09-30' })).thenRefused('from');
    given(...registered).when(submitting({ submittedOn: '2024-08-02' })).thenRefused('submittedOn');
    given(...registered).when(submitting({ submittedOn: '2024-03-31' })).thenRefused('submittedOn');
  });

  it('is for whole reporting periods, where there is a schedule', () => {
    const quarterly = [...registered, scheduleAgreed()];
    given(...quarterly).when(submitting()).then('ReturnSubmitted');
    given(...quarterly).when((state) => decideSubmitReturn(state, 'C1', { ...base, to: '2024-09-30', submittedOn: '2024-09-27' }, { ...around, today: '2024-09-27' })).then('ReturnSubmitted');
    const part = given(...quarterly).when(submitting({ to: '2024-06-29' })).thenRefused('to');
    expect(part.faults[0]).toEqual({ field: 'to', value: '2024-06-29', rule: 'must be the last day of a reporting period of this contract', fix: 'Submit it for 2024-04-01 to 2024-06-30.' });
    given(...quarterly).when(submitting({ from: '2024-04-02' })).thenRefused('from');
    given(...registered).when(submitting({ to: '2024-06-29' })).then('ReturnSubmitted');
  });

  it('comes for a part of a period by import, as it was once made', () => {
    const { state } = given(...registered, scheduleAgreed());
    expect(decideSubmitReturn(state, 'C1', { ...base, to: '2024-05-31' }, { ...around, partsOfPeriods: 'pass' })).toHaveLength(1);
  });

  it('may name days on which the contract had not begun, or had ended', () => {
    const begun = [contractRegistered({ startsOn: '2024-04-15' }), commitmentMade(), scheduleAgreed()];
    given(...begun).when(submitting()).then('ReturnSubmitted');
    given(...registered, scheduleAgreed(), contractTerminated('2024-06-20')).when(submitting()).then('ReturnSubmitted');
    const before = submitting({ from: '2023-04-01', to: '2023-06-30' });
    expect(given(...registered, scheduleAgreed()).when(before).thenRefused('from').faults[0].fix).toMatch(/^No return is asked for on these days: the contract’s reporting periods go from 2024-04-01 to /);
  });

  it('that was taken in for a part of a period can be stated again', () => {
    const part = { to: '2024-06-29' } as const;
    const change = { because: 'entry error', reason: 'It was nil' } as const;
    given(...registered, returnSubmitted(part), scheduleAgreed()).when(submitting({ ...part, change })).then('ReturnSubmitted');
  });

  it('is nil where the member reported nothing of its own, or nothing but 0', () => {
    const nil = submitting({ nil: true, provider: 'P2' });
    given(...consortium).when(nil).then('ReturnSubmitted');
    given(...consortium, deliveryReported({ provider: 'P2', quantity: '0' })).when(nil).then('ReturnSubmitted');
    given(...consortium, deliveryReported({ provider: null })).when(nil).then('ReturnSubmitted');
    given(...consortium, deliveryReported({ provider: 'P1' })).when(nil).then('ReturnSubmitted');
    given(...consortium, deliveryReported({ provider: 'P2', from: '2024-07-01', to: '2024-07-31' })).when(nil).then('ReturnSubmitted');
    const error = given(...consortium, deliveryReported({ provider: 'P2' })).when(nil).thenRefused('nil');
    expect(error.faults[0].rule).toBe('must not be said of a period with delivery reports: D1');
  });

  it('is submitted once for a member and period, unless it is said why again', () => {
    const once = [...registered, ...submitting()(given(...registered).state)];
    expect(given(...once).when(submitting({ nil: true })).thenRefused('change').faults[0].rule).toBe(
      'must be given, because P1 submitted a return for 2024-04-01 to 2024-06-30 already',
    );
    const change = { because: 'entry error', reason: 'It was nil' } as const;
    const [again] = given(...once).when(submitting({ nil: true, change })).then('ReturnSubmitted');
    expect(again).toMatchObject({ payload: { nil: true, change: { kind: 'entry error', reason: 'It was nil' } } });
    given(...registered).when(submitting({ change })).thenRefused('change');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...consortium, deliveryReported({ provider: 'P2' }));
    decidesAnyInput(submitReturn, (input) => decideSubmitReturn(state, 'C1', input, around));
  });
});
