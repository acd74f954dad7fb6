import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import {
  contractRegistered,
  contractResumed,
  contractSuspended,
  dueDateExtended,
  extensionAsked,
  extensionRefused,
  membersAgreed,
  missedReturnSetAside,
  returnMissed,
  returnSubmitted,
  scheduleAgreed,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideMissedReturns, markMissedReturns } from './mark-missed-returns.decision.js';

// due on 26 July, 28 October 2024, 29 January and 30 April 2025: 20 working days after each quarter
const looking = (on: string) => (state: ContractState) => decideMissedReturns(state, on, edition1);
const quarterly = [contractRegistered(), scheduleAgreed()];

describe('Looking for missed returns', () => {
  it('records one that had not come by the day on which it was due, from the next day on', () => {
    given(...quarterly).when(looking('2024-07-26')).then();
    const [missed] = given(...quarterly).when(looking('2024-07-27')).then('ReturnMissed');
    expect(missed).toEqual({
      type: 'ReturnMissed',
      businessDate: '2024-07-27',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', dueOn: '2024-07-26', foundOn: '2024-07-27' },
    });
  });

  it('records every one that is lacking, of each member', () => {
    const consortium = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), scheduleAgreed()];
    const found = given(...consortium, returnSubmitted()).when(looking('2024-10-29')).then('ReturnMissed', 'ReturnMissed', 'ReturnMissed');
    expect(found.map(({ payload }) => payload)).toEqual([
      { provider: 'P2', from: '2024-04-01', to: '2024-06-30', dueOn: '2024-07-26', foundOn: '2024-10-29' },
      { provider: 'P1', from: '2024-07-01', to: '2024-09-30', dueOn: '2024-10-28', foundOn: '2024-10-29' },
      { provider: 'P2', from: '2024-07-01', to: '2024-09-30', dueOn: '2024-10-28', foundOn: '2024-10-29' },
    ]);
  });

  it('records nothing twice, and nothing of what came, late or for a longer period', () => {
    given(...quarterly, returnMissed()).when(looking('2024-08-30')).then();
    given(...quarterly, returnMissed(), missedReturnSetAside()).when(looking('2024-08-30')).then();
    given(...quarterly, returnSubmitted({ submittedOn: '2024-08-20' })).when(looking('2024-08-30')).then();
    given(...quarterly, returnSubmitted({ to: '2024-09-30', submittedOn: '2024-10-02' })).when(looking('2024-10-29')).then();
  });

  it('goes by the extended day, and waits while a question for more time has no answer', () => {
    given(...quarterly, dueDateExtended('2024-08-09')).when(looking('2024-08-09')).then();
    const [missed] = given(...quarterly, dueDateExtended('2024-08-09')).when(looking('2024-08-10')).then('ReturnMissed');
    expect(missed).toMatchObject({ payload: { dueOn: '2024-08-09' } });
    given(...quarterly, extensionAsked('2024-08-09')).when(looking('2024-09-30')).then();
    given(...quarterly, extensionAsked('2024-08-09'), extensionRefused()).when(looking('2024-07-29')).then('ReturnMissed');
  });

  it('records it anew where more time was given after a missed return was set aside, and that ran out', () => {
    const again = [...quarterly, returnMissed(), missedReturnSetAside(), dueDateExtended('2024-08-30')];
    given(...again).when(looking('2024-08-30')).then();
    const [missed] = given(...again).when(looking('2024-08-31')).then('ReturnMissed');
    expect(missed).toMatchObject({ payload: { dueOn: '2024-08-30' } });
    given(...again, returnMissed({ dueOn: '2024-08-30', foundOn: '2024-08-31' })).when(looking('2024-09-30')).then();
  });

  it('records nothing while the contract is suspended, and counts on after', () => {
    const suspended = [...quarterly, contractSuspended('2024-07-15')];
    given(...suspended).when(looking('2024-09-30')).then();
    given(...suspended, dueDateExtended('2024-08-09')).when(looking('2024-09-30')).then();
    // ten working days to Friday 12 July, and ten more from Monday 2 to Friday 13 September
    const resumed = [...suspended, contractResumed('2024-09-02')];
    given(...resumed).when(looking('2024-09-13')).then();
    const [missed] = given(...resumed).when(looking('2024-09-14')).then('ReturnMissed');
    expect(missed).toMatchObject({ payload: { dueOn: '2024-09-13' } });
  });

  it('finds nothing where nothing was agreed or registered', () => {
    given(contractRegistered()).when(looking('2030-01-01')).then();
    given().when(looking('2030-01-01')).then();
  });

  it('is decided, whatever comes', () => {
    const { state } = given(...quarterly);
    decidesAnyInput(markMissedReturns, ({ on }) => decideMissedReturns(state, on, edition1));
  });
});
