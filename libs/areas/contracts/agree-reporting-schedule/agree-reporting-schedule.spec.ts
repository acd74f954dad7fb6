import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { agreeReportingSchedule, type AgreeReportingSchedule, decideReportingSchedule } from './agree-reporting-schedule.decision.js';

const around = { today: '2025-05-01' };
const agreeing = (over: Partial<AgreeReportingSchedule> = {}) => (state: Parameters<typeof decideReportingSchedule>[0]) =>
  decideReportingSchedule(state, { contract: 'C1', frequency: 'annual', dueWorkingDays: 20, change: null, ...over }, around);
const annual = agreeing()(given(contractRegistered()).state);
const change = { because: 'variation', reason: 'Too seldom' } as const;

describe('Agreeing a reporting schedule', () => {
  it('holds from the start of the contract', () => {
    const [agreed] = given(contractRegistered()).when(agreeing()).then('ReportingScheduleAgreed');
    expect(agreed).toMatchObject({ businessDate: '2024-04-01', payload: { frequency: 'annual', dueWorkingDays: 20 } });
  });

  it('says why when one was agreed before', () => {
    given(contractRegistered(), ...annual).when(agreeing({ frequency: 'quarterly' })).thenRefused('change');
    given(contractRegistered(), ...annual).when(agreeing({ frequency: 'quarterly', change })).then('ReportingScheduleAgreed');
  });

  it('is refused when nothing is different', () => {
    given(contractRegistered(), ...annual).when(agreeing({ change })).thenRefused('contract');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), ...annual);
    decidesAnyInput(agreeReportingSchedule, (input) => decideReportingSchedule(state, input, around));
  });
});
