import { providerEvolution } from '#domain/authority/provider.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideRegisterProvider, registerProvider } from './register-provider.decision.js';

const given = givenIn(providerEvolution);
const around = { today: '2025-05-01' };
const openDoor = registerProvider.parse({ reference: 'P03', name: 'Open Door', type: 'charity or community' });
const registering = (state: Parameters<typeof decideRegisterProvider>[0]) => decideRegisterProvider(state, openDoor, around);

describe('Registering a provider', () => {
  it('keeps what was said and leaves blank what was not', () => {
    const [fact] = given().when(registering).then('ProviderRegistered');
    expect(fact).toMatchObject({
      businessDate: '2025-05-01',
      payload: { terms: { reference: 'P03', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' } },
    });
  });

  it('is done once', () => {
    const error = given(...registering(providerEvolution.initial)).when(registering).thenRefused('reference');
    expect(error.kind).toBe('conflict');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(registerProvider, (input) => decideRegisterProvider(providerEvolution.initial, input, around));
  });
});
