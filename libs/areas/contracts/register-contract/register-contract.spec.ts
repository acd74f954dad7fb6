import { notRegistered } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractTerms } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideRegisterContract, registerContract } from './register-contract.decision.js';

const around = { today: '2024-05-02', isProvider: (reference: string) => reference === 'P1' };
const registering = (over: object = {}) => (state: Parameters<typeof decideRegisterContract>[0]) =>
  decideRegisterContract(state, registerContract.parse({ ...contractTerms(), frequency: 'quarterly', ...over }), around);

describe('Registering a contract', () => {
  it('records it with its reporting schedule', () => {
    const [registered, schedule] = given().when(registering()).then('ContractRegistered', 'ReportingScheduleAgreed');
    expect(registered).toMatchObject({ businessDate: '2024-04-01', payload: { terms: contractTerms(), onRecordFrom: '2024-05-02' } });
    expect(schedule).toMatchObject({ payload: { frequency: 'quarterly', dueWorkingDays: 20 } });
    expect(registered!.payload).not.toHaveProperty('terms.frequency');
  });

  it('may list the dates on which its reporting periods end', () => {
    const listed = { frequency: 'listed dates', periodEnds: ['2024-11-30', '2024-07-31'] };
    const [, schedule] = given().when(registering(listed)).then('ContractRegistered', 'ReportingScheduleAgreed');
    expect(schedule!.payload).toEqual({ frequency: 'listed dates', dueWorkingDays: 20, periodEnds: ['2024-07-31', '2024-11-30'] });
    const none = given().when(registering({ frequency: 'listed dates' })).thenRefused('periodEnds');
    expect(none.faults[0]).toMatchObject({ rule: 'must be given for listed dates', fix: 'List the last days of the periods.' });
    given().when(registering({ ...listed, periodEnds: ['2024-03-31'] })).thenRefused('periodEnds');
    given().when(registering({ frequency: 'quarterly', periodEnds: ['2024-07-31'] })).thenRefused('periodEnds');
  });

  it('may last a single day', () => {
    given().when(registering({ endsOn: '2024-04-01' })).then('ContractRegistered', 'ReportingScheduleAgreed');
  });

  it('names all that is wrong: an end before the start, a lead whom nobody knows', () => {
    given().when(registering({ endsOn: '2024-03-31', lead: 'P9' })).thenRefused('endsOn', 'lead');
  });

  it('is done once', () => {
    expect(given(contractRegistered()).when(registering()).thenRefused('reference').kind).toBe('conflict');
  });

  it.each([{ valuePence: 1.5 }, { valuePence: -1 }, { valuePence: 1e14 }, { startsOn: '2023-02-29' }, { startsOn: '1066-10-14' }, { title: '' }, { title: 'x'.repeat(301) }, { colour: 'red' }])(
    'does not take %j',
    (over) => expect(registerContract.safeParse({ ...contractTerms(), frequency: 'annual', ...over }).success).toBe(false),
  );

  it('decides or refuses anything', () => {
    decidesAnyInput(registerContract, (input) => decideRegisterContract(notRegistered, input, around));
  });
});
