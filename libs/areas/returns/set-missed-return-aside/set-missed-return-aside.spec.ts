import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, membersAgreed, missedReturnSetAside, returnMissed, returnSubmitted, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideSetMissedReturnAside, setMissedReturnAside, type SetMissedReturnAside } from './set-missed-return-aside.decision.js';

const around = { today: '2024-08-01' };
const base = setMissedReturnAside.parse({ contract: 'C1', from: '2024-04-01', to: '2024-06-30', reason: 'It was sent to an address that we had closed' });
const settingAside = (over: Partial<SetMissedReturnAside> = {}) => (state: ContractState) => decideSetMissedReturnAside(state, { ...base, ...over }, around);
const missed = [contractRegistered(), scheduleAgreed(), returnMissed()];

describe('Setting a missed return aside', () => {
  it('is recorded with its reason, of the lead unless another member is named', () => {
    const [aside] = given(...missed).when(settingAside()).then('MissedReturnSetAside');
    expect(aside).toEqual({
      type: 'MissedReturnSetAside',
      businessDate: '2024-08-01',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', setAsideOn: '2024-08-01', reason: 'It was sent to an address that we had closed' },
    });
    const consortium = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), scheduleAgreed(), returnMissed({ provider: 'P2' })];
    const [ofMember] = given(...consortium).when(settingAside({ provider: 'P2' })).then('MissedReturnSetAside');
    expect(ofMember).toMatchObject({ payload: { provider: 'P2' } });
    given(...consortium).when(settingAside()).thenRefused('from');
  });

  it('is of a return that is recorded as missed, also where it came later', () => {
    given(...missed, returnSubmitted({ submittedOn: '2024-07-30' })).when(settingAside()).then('MissedReturnSetAside');
    const error = given(contractRegistered(), scheduleAgreed()).when(settingAside()).thenRefused('from');
    expect(error.faults[0]).toMatchObject({ value: '2024-04-01 to 2024-06-30', rule: 'must be of a return that P1 is recorded to have missed' });
  });

  it('is done once', () => {
    const error = given(...missed, missedReturnSetAside()).when(settingAside()).thenRefused('from');
    expect(error.faults[0].rule).toBe('must not be set aside already');
  });

  it('is of a contract that is registered', () => {
    expect(given().when(settingAside()).thenRefused('contract').kind).toBe('not found');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...missed, returnMissed({ from: '2024-04-01', to: '2025-03-31' }));
    decidesAnyInput(setMissedReturnAside, (input) => decideSetMissedReturnAside(state, input, around));
  });
});
