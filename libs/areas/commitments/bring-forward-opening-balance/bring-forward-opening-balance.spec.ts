import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure, commitmentMade, contractRegistered, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { bringForwardOpeningBalance, decideOpeningBalance } from './bring-forward-opening-balance.decision.js';

const around = { today: '2024-10-01' };
const balance = { commitment: 'K1', from: '2023-04-01', to: '2024-03-31', quantity: '4321.09' };
const stating = (over: object = {}) => (state: Parameters<typeof decideOpeningBalance>[0]) =>
  decideOpeningBalance(state, bringForwardOpeningBalance.parse({ ...balance, ...over }), around);
const made = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), commitmentMade()];
const stated = (over: object = {}) => stating(over)(given(...made).state);

describe('Bringing an opening balance forward', () => {
  it('may precede the contract, attested or not', () => {
    const [brought] = given(...made).when(stating({ attestedBy: 'person-lead' })).then('OpeningBalanceBroughtForward');
    expect(brought).toMatchObject({ businessDate: '2024-03-31', payload: { ...balance, provider: null, attestedBy: 'person-lead' } });
    given(...made).when(stating()).then('OpeningBalanceBroughtForward');
  });

  it('stays within a financial year and the past', () => {
    given(...made).when(stating({ to: '2024-04-01' })).thenRefused('to');
    given(...made).when(stating({ from: '2024-04-01', to: '2024-10-02' })).thenRefused('to');
  });

  it('says why when this member and period were stated before', () => {
    const change = { because: 'entry error', reason: 'Read from the wrong column' };
    given(...made, ...stated()).when(stating({ quantity: '4000' })).thenRefused('change');
    given(...made, ...stated()).when(stating({ quantity: '4000', change })).then('OpeningBalanceBroughtForward');
    given(...made, ...stated()).when(stating({ change })).thenRefused('commitment');
    given(...made, ...stated()).when(stating({ attestedBy: 'person-lead', change })).then('OpeningBalanceBroughtForward');
    given(...made).when(stating({ change })).thenRefused('change');
  });

  it('does not overlap another of the same member; one that names nobody speaks for all', () => {
    given(...made, ...stated({ provider: 'P1' })).when(stating({ provider: 'P2' })).then('OpeningBalanceBroughtForward');
    given(...made, ...stated({ provider: 'P1' })).when(stating({ provider: 'P1', from: '2024-01-01' })).thenRefused('from');
    given(...made, ...stated({ provider: 'P1' })).when(stating()).thenRefused('from');
    given(...made, ...stated()).when(stating({ provider: 'P1' })).thenRefused('from');
  });

  it('is of a member, and of the one who made the commitment', () => {
    given(...made).when(stating({ provider: 'P3' })).thenRefused('provider');
    const byP1 = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), commitmentMade('K1', { provider: 'P1' })];
    given(...byP1).when(stating({ provider: 'P2' })).thenRefused('provider');
    given(...byP1).when(stating({ provider: 'P1' })).then('OpeningBalanceBroughtForward');
  });

  it('has no quantity for a text', () => {
    const text = aMeasure({ kind: 'text', combine: 'never', money: 'none', unitValue: null });
    given(contractRegistered(), commitmentMade('K1', { measure: text })).when(stating()).thenRefused('quantity');
  });

  it('is refused where nobody made the commitment', () => {
    expect(given(contractRegistered()).when(stating()).thenRefused('commitment').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(bringForwardOpeningBalance, (input) => decideOpeningBalance(given(...made, ...stated()).state, input, around));
  });
});
