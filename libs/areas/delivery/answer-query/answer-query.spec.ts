import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryQueried, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { answerQuery, type AnswerQuery, decideAnswerQuery } from './answer-query.decision.js';

const around = { today: '2024-09-01' };
const base: AnswerQuery = { report: 'D1', answer: 'The Tuesday ones', answeredOn: '2024-08-30', answeredBy: 'person-provider' };
const answering = (over: Partial<AnswerQuery> = {}) => (state: ContractState) => decideAnswerQuery(state, { ...base, ...over }, around);
const reported = [contractRegistered(), commitmentMade(), deliveryReported()];
const queried = [...reported, deliveryQueried()];

describe('Answering a query', () => {
  it('is recorded with who answered when', () => {
    const [answered] = given(...queried).when(answering()).then('QueryAnswered');
    expect(answered).toMatchObject({ businessDate: '2024-08-30', payload: { answer: 'The Tuesday ones', answeredBy: 'person-provider' } });
  });

  it('is done when there is a question, once', () => {
    given(...reported).when(answering()).thenRefused('report');
    given(...queried, deliveryValidated()).when(answering()).thenRefused('report');
    given(...queried, ...answering()(given(...queried).state)).when(answering()).thenRefused('report');
  });

  it('is not done once the report was corrected, which answers it too', () => {
    given(...queried, deliveryCorrected('D1', { report: 'D2' })).when(answering()).thenRefused('report');
  });

  it('says something, and not tomorrow', () => {
    given(...queried).when(answering({ answer: ' ', answeredOn: '2024-09-02' })).thenRefused('answer', 'answeredOn');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), commitmentMade(), deliveryReported({ report: 'P1' }), deliveryQueried('P1'));
    decidesAnyInput(answerQuery, (input) => decideAnswerQuery(state, input, around));
  });
});
