import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { agreeReportingSchedule, type AgreeReportingSchedule, decideReportingSchedule } from './agree-reporting-schedule.decision.js';

const around = { today: '2025-05-01' };
const agreeing = (over: Partial<AgreeReportingSchedule> = {}) => (state: Parameters<typeof decideReportingSchedule>[0]) =>
  decideReportingSchedule(state, { contract: 'C1', frequency: 'annual', dueWorkingDays: 20, periodEnds: [], since: null, change: null, ...over }, around);
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

  it('as a variation holds from the day after the running period ends, or from the day that is given', () => {
    // on 1 May 2025 the year to 31 March 2026 runs
    const [later] = given(contractRegistered(), ...annual).when(agreeing({ frequency: 'quarterly', change })).then('ReportingScheduleAgreed');
    expect(later).toEqual({
      type: 'ReportingScheduleAgreed',
      businessDate: '2025-05-01',
      payload: { frequency: 'quarterly', dueWorkingDays: 20, since: '2026-04-01', change: { kind: 'variation', reason: 'Too seldom' } },
    });
    const [midYear] = given(contractRegistered(), ...annual).when(agreeing({ frequency: 'monthly', since: '2025-10-01', change })).then('ReportingScheduleAgreed');
    expect(midYear).toMatchObject({ payload: { frequency: 'monthly', since: '2025-10-01' } });
  });

  it('as an entry error holds for all that what was typed wrong held for', () => {
    const error = { because: 'entry error', reason: 'Mistyped' } as const;
    const [mended] = given(contractRegistered(), ...annual).when(agreeing({ frequency: 'quarterly', change: error })).then('ReportingScheduleAgreed');
    expect(mended!.payload).toEqual({ frequency: 'quarterly', dueWorkingDays: 20, change: { kind: 'entry error', reason: 'Mistyped' } });
    const varied = [contractRegistered(), ...annual, scheduleAgreed({ frequency: 'monthly', since: '2025-10-01', change: { kind: 'variation', reason: 'Too seldom' } })];
    const [again] = given(...varied).when(agreeing({ frequency: 'quarterly', change: error })).then('ReportingScheduleAgreed');
    expect(again!.payload).toMatchObject({ frequency: 'quarterly', since: '2025-10-01' });
  });

  it('as a variation touches no period that has ended: what came in time stays in time', () => {
    const error = given(contractRegistered(), ...annual).when(agreeing({ frequency: 'monthly', since: '2025-03-01', change })).thenRefused('since');
    expect(error.faults[0].rule).toBe('must not lie before 2025-04-01, when the running reporting period began');
  });

  it('says from when it holds for a variation only, and that within the contract', () => {
    const first = given(contractRegistered()).when(agreeing({ since: '2025-10-01' })).thenRefused('since');
    expect(first.faults[0]).toMatchObject({ rule: 'must be left out but for a variation', fix: 'Leave it out: a schedule holds from the start of the contract.' });
    for (const since of ['2024-04-01', '2027-04-01']) {
      const error = given(contractRegistered(), ...annual).when(agreeing({ frequency: 'monthly', since, change })).thenRefused('since');
      expect(error.faults[0].rule).toBe('must lie after 2024-04-01 and not after 2027-03-31, while the contract runs');
    }
  });

  it('lists dates in order, each once, within the contract', () => {
    const dates = { frequency: 'listed dates', periodEnds: ['2024-12-31', '2024-07-31', '2024-12-31'] } as const;
    const [agreed] = given(contractRegistered()).when(agreeing({ ...dates, periodEnds: [...dates.periodEnds] })).then('ReportingScheduleAgreed');
    expect(agreed!.payload).toEqual({ frequency: 'listed dates', dueWorkingDays: 20, periodEnds: ['2024-07-31', '2024-12-31'] });
    const none = given(contractRegistered()).when(agreeing({ frequency: 'listed dates' })).thenRefused('periodEnds');
    expect(none.faults[0].rule).toBe('must be given for listed dates');
    const unasked = given(contractRegistered()).when(agreeing({ periodEnds: ['2024-07-31'] })).thenRefused('periodEnds');
    expect(unasked.faults[0].rule).toBe('must be left out but for listed dates');
    const outside = given(contractRegistered()).when(agreeing({ frequency: 'listed dates', periodEnds: ['2024-07-31', '2027-04-01'] })).thenRefused('periodEnds');
    expect(outside.faults[0]).toMatchObject({ value: '2027-04-01', rule: 'must lie from 2024-04-01 to 2027-03-31, while the contract runs' });
  });

  it('is refused when nothing is different', () => {
    given(contractRegistered(), ...annual).when(agreeing({ change })).thenRefused('contract');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), ...annual);
    decidesAnyInput(agreeReportingSchedule, (input) => decideReportingSchedule(state, input, around));
  });
});
