import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { noticeServed, breachPutRight, caseConfirmed, caseMet } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { agreeImprovementPlan, type AgreeImprovementPlan, decideAgreeImprovementPlan } from './agree-improvement-plan.decision.js';

const around = { today: '2024-08-22', bankHolidays: edition1 };
const steps = [
  { step: 'Name a person who files the returns', by: '2024-08-30' },
  { step: 'File the return for the spring', by: '2024-09-06' },
];
const base = agreeImprovementPlan.parse({ clause: 'B1', case: 1, steps });
const agreeing = (over: Partial<AgreeImprovementPlan> = {}) => (state: ContractState) => decideAgreeImprovementPlan(state, { ...base, ...over }, around);

describe('Agreeing an improvement plan', () => {
  it('is recorded step by step, today or on the day that is given', () => {
    const [agreed] = given(...caseConfirmed()).when(agreeing()).then('ImprovementPlanAgreed');
    expect(agreed).toEqual({ type: 'ImprovementPlanAgreed', businessDate: '2024-08-22', payload: { clause: 'B1', case: 1, agreedOn: '2024-08-22', steps } });
    const [before] = given(...caseConfirmed()).when(agreeing({ agreedOn: '2024-08-21' })).then('ImprovementPlanAgreed');
    expect(before).toMatchObject({ businessDate: '2024-08-21', payload: { agreedOn: '2024-08-21' } });
  });

  it('may be agreed anew', () => {
    const once = [...caseConfirmed(), ...agreeing()(given(...caseConfirmed()).state)];
    given(...once).when(agreeing({ steps: [steps[1]!] })).then('ImprovementPlanAgreed');
  });

  it('is of a confirmed case that is open', () => {
    given(...caseMet()).when(agreeing()).thenRefused('case');
    given(...caseConfirmed(), breachPutRight()).when(agreeing()).thenRefused('case');
  });

  it('is of a breach that can be put right', () => {
    const error = given(...caseConfirmed({ remediable: false })).when(agreeing()).thenRefused('case');
    expect(error.faults[0].rule).toBe('must be of a breach that can be put right, and the clause says that this one cannot');
  });

  it('is agreed between the confirmation and today', () => {
    given(...caseConfirmed()).when(agreeing({ agreedOn: '2024-08-13' })).thenRefused('agreedOn');
    given(...caseConfirmed()).when(agreeing({ agreedOn: '2024-08-23' })).thenRefused('agreedOn');
  });

  it('ends with the time to put the breach right (bug: a clause could be invoked in the middle of an agreed plan)', () => {
    // sent on 15 August, served on 19 August; twenty working days after it, without the bank holiday of 26 August
    const served = [...caseConfirmed(), noticeServed()];
    given(...served).when(agreeing({ steps: [{ step: 'File the return', by: '2024-09-17' }] })).then('ImprovementPlanAgreed');
    const error = given(...served).when(agreeing({ steps: [{ step: 'File the return', by: '2024-09-18' }] })).thenRefused('steps[0].by');
    expect(error.faults[0]).toMatchObject({
      rule: 'must not lie after 2024-09-17, the last day on which the breach can be put right in time',
      fix: 'Agree a day until then; to give more time, serve the notice again, from which it runs anew.',
    });
  });

  it('has steps that say something, each due on a day that comes', () => {
    const error = given(...caseConfirmed()).when(agreeing({ steps: [{ step: ' ', by: '2024-08-21' }, steps[0]!] })).thenRefused('steps[0].by', 'steps[0].step');
    expect(error.faults.map(({ rule }) => rule)).toEqual(['must not lie before 2024-08-22, when the plan was agreed', 'must not be blank']);
    expect(agreeImprovementPlan.safeParse({ ...base, steps: [] }).success).toBe(false);
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1' }));
    decidesAnyInput(agreeImprovementPlan, (input) => decideAgreeImprovementPlan(state, input, around));
  });
});
