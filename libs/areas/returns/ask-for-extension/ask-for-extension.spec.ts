import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import {
  contractRegistered,
  contractTerminated,
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
import { askForExtension, type AskForExtension, decideAskForExtension } from './ask-for-extension.decision.js';

// the return for the spring is due on 26 July 2024, 20 working days after 30 June
const around = { today: '2024-07-22', bankHolidays: edition1 };
const base = askForExtension.parse({ contract: 'C1', from: '2024-04-01', to: '2024-06-30', until: '2024-08-09', reason: 'Our manager is ill' });
const asking = (over: Partial<AskForExtension> = {}) => (state: ContractState) => decideAskForExtension(state, { ...base, ...over }, around);
const quarterly = [contractRegistered(), scheduleAgreed()];

describe('Asking for more time for a return', () => {
  it('is recorded for the lead, unless another member is named', () => {
    const [asked] = given(...quarterly).when(asking()).then('ExtensionAsked');
    expect(asked).toEqual({
      type: 'ExtensionAsked',
      businessDate: '2024-07-22',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', until: '2024-08-09', askedOn: '2024-07-22', reason: 'Our manager is ill' },
    });
    const [ofMember] = given(...quarterly, membersAgreed({ P1: '60', P2: '40' })).when(asking({ provider: 'P2' })).then('ExtensionAsked');
    expect(ofMember).toMatchObject({ payload: { provider: 'P2' } });
  });

  it('asks for a later day than that on which it is due', () => {
    const error = given(...quarterly).when(asking({ until: '2024-07-26' })).thenRefused('until');
    expect(error.faults[0].rule).toBe('must lie after 2024-07-26, when the return for 2024-04-01 to 2024-06-30 is due');
    given(...quarterly).when(asking({ until: '2024-07-27' })).then('ExtensionAsked');
    given(...quarterly, dueDateExtended('2024-08-09')).when(asking()).thenRefused('until');
    given(...quarterly, dueDateExtended('2024-08-09')).when(asking({ until: '2024-08-16' })).then('ExtensionAsked');
  });

  it('is done once until it is answered, and again after a refusal', () => {
    const error = given(...quarterly, extensionAsked()).when(asking()).thenRefused('from');
    expect(error.faults[0]).toMatchObject({ rule: 'must not have been asked about already, and it was on 2024-07-15', fix: 'Wait for the answer.' });
    given(...quarterly, extensionAsked(), extensionRefused()).when(asking()).then('ExtensionAsked');
  });

  it('is of a return that has not come and was not missed', () => {
    const came = given(...quarterly, returnSubmitted()).when(asking()).thenRefused('from');
    expect(came.faults[0].rule).toBe('must be of a return that has not come, and P1 submitted it on 2024-07-10');
    const late = { today: '2024-07-30', bankHolidays: edition1 };
    const missed = given(...quarterly, returnMissed()).when((state) => decideAskForExtension(state, base, late)).thenRefused('askedOn');
    expect(missed.faults[0]).toMatchObject({ rule: 'must not lie after 2024-07-26, when the return was due', fix: 'Submit the return; the authority may still give more time by itself.' });
    given(...quarterly, returnMissed(), missedReturnSetAside()).when(asking()).then('ExtensionAsked');
  });

  it('counts from the day on which it was asked, though it is typed in after the return was recorded as missed', () => {
    const late = { today: '2024-07-30', bankHolidays: edition1 };
    const typedLate = (askedOn: string) => (state: ContractState) => decideAskForExtension(state, { ...base, askedOn }, late);
    const [asked] = given(...quarterly, returnMissed()).when(typedLate('2024-07-22')).then('ExtensionAsked');
    expect(asked).toMatchObject({ businessDate: '2024-07-22', payload: { askedOn: '2024-07-22' } });
    given(...quarterly, returnMissed()).when(typedLate('2024-07-27')).thenRefused('askedOn');
    given(...quarterly).when(typedLate('2024-07-31')).thenRefused('askedOn');
  });

  it('is of a reporting period and a member of the contract', () => {
    const period = given(...quarterly).when(asking({ to: '2024-05-31' })).thenRefused('to');
    expect(period.faults[0]).toMatchObject({
      ...{ value: '2024-04-01 to 2024-05-31', rule: 'must be a reporting period of the contract' },
      fix: 'Choose one of its periods, such as 2024-04-01 to 2024-06-30, 2024-07-01 to 2024-09-30, 2024-10-01 to 2024-12-31.',
    });
    const member = given(...quarterly).when(asking({ provider: 'P2' })).thenRefused('provider');
    expect(member.faults[0]).toMatchObject({ value: 'P2', rule: 'must be a member of the contract', fix: 'Choose one of P1.' });
    const none = given(contractRegistered()).when(asking()).thenRefused('from');
    expect(none.faults[0].rule).toBe('must begin a reporting period, and the contract has none');
  });

  it('is of a contract, running or over', () => {
    expect(given().when(asking()).thenRefused('contract').kind).toBe('not found');
    given(...quarterly, contractTerminated('2024-07-10')).when(asking()).then('ExtensionAsked');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), scheduleAgreed({ frequency: 'annual' }));
    decidesAnyInput(askForExtension, (input) => decideAskForExtension(state, input, around));
  });
});
