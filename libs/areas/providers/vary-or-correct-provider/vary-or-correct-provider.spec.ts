import { providerEvolution, providerRegistered } from '#domain/authority/provider.js';
import { fold } from '#domain/kernel/decider.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { givenIn } from '../../../../test/support/given.js';
import { decideProviderChange, varyOrCorrectProvider, type VaryOrCorrectProvider } from './vary-or-correct-provider.decision.js';

const given = givenIn(providerEvolution);
const around = { today: '2025-05-01' };
const terms = { reference: 'P03', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' };
const registered = { type: providerRegistered.type, businessDate: '2025-04-01', payload: { terms } };
const changing = (over: Partial<VaryOrCorrectProvider>) => (state: Parameters<typeof decideProviderChange>[0]) =>
  decideProviderChange(state, { provider: 'P03', because: 'variation', reason: 'Became a CIC', ...over }, around);

describe('Stating a provider anew', () => {
  it('is a variation when the provider changed', () => {
    const [fact] = given(registered).when(changing({ type: 'social enterprise' })).then('ProviderVaried');
    expect(fact).toMatchObject({ payload: { terms: { ...terms, type: 'social enterprise' }, reason: 'Became a CIC' } });
  });

  it('is a correction when it was typed wrong', () => {
    given(registered).when(changing({ because: 'entry error', name: 'The Open Door' })).then('ProviderCorrected');
  });

  it('tells “not local” from “not said”', () => {
    given(registered).when(changing({ local: false })).then('ProviderVaried');
    given(registered).when(changing({ local: null })).thenRefused('provider');
  });

  it('is refused when nothing is different', () => {
    given(registered).when(changing({})).thenRefused('provider');
    given(registered).when(changing({ name: 'Open Door' })).thenRefused('provider');
  });

  it('is refused for a provider that nobody registered', () => {
    expect(given().when(changing({ name: 'X' })).thenRefused('provider').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(varyOrCorrectProvider, (input) => decideProviderChange(fold(providerEvolution, [registered]), input, around));
  });
});
