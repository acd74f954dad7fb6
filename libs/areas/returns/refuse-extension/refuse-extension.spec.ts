import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, dueDateExtended, extensionAsked, extensionRefused, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideRefuseExtension, refuseExtension, type RefuseExtension } from './refuse-extension.decision.js';

const around = { today: '2024-07-22', bankHolidays: edition1 };
const base = refuseExtension.parse({ contract: 'C1', from: '2024-04-01', to: '2024-06-30', reason: 'The third time this year' });
const refusing = (over: Partial<RefuseExtension> = {}) => (state: ContractState) => decideRefuseExtension(state, { ...base, ...over }, around);
const quarterly = [contractRegistered(), scheduleAgreed()];

describe('Refusing more time for a return', () => {
  it('is recorded with its reason', () => {
    const [refused] = given(...quarterly, extensionAsked()).when(refusing()).then('ExtensionRefused');
    expect(refused).toEqual({
      type: 'ExtensionRefused',
      businessDate: '2024-07-22',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', refusedOn: '2024-07-22', reason: 'The third time this year' },
    });
  });

  it.each([
    ['was never asked for', []],
    ['was given', [extensionAsked(), dueDateExtended()]],
    ['was refused already', [extensionAsked(), extensionRefused()]],
  ])('is refused itself where more time %s', (_what, past) => {
    const error = given(...quarterly, ...past).when(refusing()).thenRefused('from');
    expect(error.faults[0]).toMatchObject({ value: '2024-04-01', rule: 'must be of a return for which P1 waits for an answer', fix: 'There is nothing to refuse.' });
  });

  it('is of a return that is owed', () => {
    given(...quarterly).when(refusing({ to: '2024-07-31' })).thenRefused('to');
    given(...quarterly).when(refusing({ provider: 'P2' })).thenRefused('provider');
    expect(given().when(refusing()).thenRefused('contract').kind).toBe('not found');
  });

  it('is decided or refused, whatever comes', () => {
    const year = { from: '2024-04-01', to: '2025-03-31' };
    const { state } = given(contractRegistered(), scheduleAgreed({ frequency: 'annual' }), extensionAsked('2025-06-01', year));
    decidesAnyInput(refuseExtension, (input) => decideRefuseExtension(state, input, around));
  });
});
