import { fact } from '#domain/contract/contract.js';
import { contractCompleted } from '#domain/contract/events/index.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractTerms } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideContractChange, varyOrCorrectContract, type VaryOrCorrectContract } from './vary-or-correct-contract.decision.js';

const around = { today: '2025-05-01', isProvider: (reference: string) => reference === 'P2' };
const changing = (over: Partial<VaryOrCorrectContract>) => (state: Parameters<typeof decideContractChange>[0]) =>
  decideContractChange(state, { contract: 'C1', because: 'variation', reason: 'Extended by a year', ...over }, around);
const completed = fact(contractCompleted, '2025-04-30', { completedOn: '2025-04-30' });

describe('Stating a contract anew', () => {
  it('is a variation when the contract was changed', () => {
    const [varied] = given(contractRegistered()).when(changing({ endsOn: '2028-03-31' })).then('ContractVaried');
    expect(varied).toMatchObject({
      businessDate: '2025-05-01',
      payload: { terms: contractTerms({ endsOn: '2028-03-31' }), reason: 'Extended by a year' },
    });
  });

  it('is a correction when it was typed wrong', () => {
    given(contractRegistered()).when(changing({ because: 'entry error', valuePence: 1_000_000 })).then('ContractCorrected');
  });

  it('takes a new lead whom the authority knows', () => {
    given(contractRegistered()).when(changing({ lead: 'P2' })).then('ContractVaried');
    given(contractRegistered()).when(changing({ lead: 'P9' })).thenRefused('lead');
  });

  it('never ends before it starts', () => {
    given(contractRegistered()).when(changing({ startsOn: '2030-01-01' })).thenRefused('endsOn');
  });

  it('is refused when nothing is different', () => {
    given(contractRegistered()).when(changing({})).thenRefused('contract');
    given(contractRegistered()).when(changing({ title: 'Home care' })).thenRefused('contract');
  });

  it('is a correction only, once the contract is completed', () => {
    given(contractRegistered(), completed).when(changing({ title: 'X' })).thenRefused('contract');
    given(contractRegistered(), completed).when(changing({ title: 'X', because: 'entry error' })).then('ContractCorrected');
  });

  it('is refused for a contract that nobody registered', () => {
    expect(given().when(changing({ title: 'X' })).thenRefused('contract').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered());
    decidesAnyInput(varyOrCorrectContract, (input) => decideContractChange(state, input, around));
  });
});
