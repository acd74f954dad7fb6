import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breakClauseAgreed, caseMet, contractRegistered, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { ContractState } from '#domain/contract/state.js';
import { check } from '#surface/http/problem-json/faults.js';
import { agreeBreakClause, type AgreeBreakClause, claimOfBreakClause, decideAgreeBreakClause } from './agree-break-clause.decision.js';

const around = { today: '2024-08-01' };
const base = agreeBreakClause.parse({
  reference: 'B1',
  condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 },
  timeToPutRightWorkingDays: 20,
  remediable: true,
  noticeForm: 'email',
  noticeAddress: 'notices@trent.example',
  deemedServiceWorkingDays: 1,
  whoMayDecide: 'head of service',
  summary: 'Under 60% for two periods',
});
const agreeing = (over: Partial<AgreeBreakClause> = {}) => (state: ContractState) => decideAgreeBreakClause(state, 'C1', { ...base, ...over }, around);
const registered = [contractRegistered({ startsOn: '2024-04-01' })];

describe('Agreeing a break clause', () => {
  it('is recorded as the contract states it, from the day that the contract starts', () => {
    const [agreed] = given(...registered).when(agreeing()).then('BreakClauseAgreed');
    const { reference: _reference, agreedOn: _agreedOn, change: _change, ...clause } = base;
    expect(agreed).toEqual({ type: 'BreakClauseAgreed', businessDate: '2024-04-01', payload: { clause: 'B1', ...clause } });
  });

  it('is recorded from the day that it was agreed, if that is another, but not tomorrow', () => {
    const [agreed] = given(...registered).when(agreeing({ agreedOn: '2024-07-01' })).then('BreakClauseAgreed');
    expect(agreed).toMatchObject({ businessDate: '2024-07-01' });
    given(...registered).when(agreeing({ agreedOn: '2024-08-02' })).thenRefused('agreedOn');
  });

  it('as a variation holds from no day before that of what it varies', () => {
    const change = { because: 'variation', reason: 'Deed of variation 2' } as const;
    const once = [...registered, ...agreeing({ agreedOn: '2024-06-03' })(given(...registered).state)];
    const quarterly = [...once, scheduleAgreed()];
    const refused = (past: readonly NewEvent[], agreedOn: string) => given(...past).when(agreeing({ remediable: false, agreedOn, change })).thenRefused('agreedOn').faults[0].rule;
    expect(refused(quarterly, '2024-06-30')).toBe('must not lie before 2024-07-01, when the running reporting period began');
    expect(refused(once, '2024-07-31')).toBe('must not lie before 2024-08-01, today');
    given(...quarterly).when(agreeing({ remediable: false, agreedOn: '2024-07-01', change })).then('BreakClauseAgreed');
    given(...quarterly).when(agreeing({ remediable: false, agreedOn: '2024-06-02', change: { ...change, because: 'entry error' } })).then('BreakClauseAgreed');
    const thisMonth = [...registered, scheduleAgreed(), ...agreeing({ agreedOn: '2024-07-22' })(given(...registered).state)];
    expect(refused(thisMonth, '2024-07-21')).toBe('must not lie before 2024-07-22, from which day the clause holds as it stands');
  });

  it('takes what each condition asks for, and nothing else', () => {
    const takes = (condition: object) => agreeBreakClause.safeParse({ ...base, condition }).success;
    expect(takes({ kind: 'silence', workingDaysLate: 10 })).toBe(true);
    expect(takes({ kind: 'critical commitment missed' })).toBe(true);
    expect(takes({ kind: 'silence' })).toBe(false);
    expect(takes({ kind: 'shortfall', belowPercent: '160', consecutivePeriods: 2 })).toBe(false);
    expect(takes({ kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2, workingDaysLate: 1 })).toBe(false);
  });

  it('states an address for notices or none (bug: one of blanks was taken)', () => {
    const fault = { field: 'noticeAddress', value: '   ', rule: 'must not be blank', fix: 'Give the address.' };
    expect(check(agreeBreakClause, { ...base, noticeAddress: '   ' }, 'body')).toMatchObject({ ok: false, faults: [fault] });
    for (const noticeAddress of ['', null, undefined, '1 Mill Lane\nDerby']) expect(check(agreeBreakClause, { ...base, noticeAddress }, 'body').ok).toBe(true);
  });

  it('is of a contract that is registered', () => {
    expect(given().when(agreeing()).thenRefused('contract').kind).toBe('not found');
  });

  it('takes its reference once, and is stated again with a reason', () => {
    const { state } = given(...registered);
    expect(claimOfBreakClause(state, 'B1')).toEqual([{ kind: 'break clause', reference: 'B1', stream: 'contract:C1' }]);
    const once = [...registered, ...agreeing()(state)];
    given(...once).when(agreeing()).thenRefused('change');
    const change = { because: 'variation', reason: 'Deed of variation 2' } as const;
    const [again] = given(...once).when(agreeing({ remediable: false, change })).then('BreakClauseAgreed');
    expect(again).toMatchObject({ payload: { remediable: false, change: { kind: 'variation', reason: 'Deed of variation 2' } } });
    expect(claimOfBreakClause(given(...once).state, 'B1')).toEqual([]);
    given(...registered).when(agreeing({ change })).thenRefused('change');
  });

  it('mended where it was typed wrong, leaves a case alone that arose under what was said before', () => {
    const varied = breakClauseAgreed({ timeToPutRightWorkingDays: 5, since: '2024-09-02', change: { kind: 'variation', reason: 'Deed of variation 2' } });
    const mended = breakClauseAgreed({ timeToPutRightWorkingDays: 6, since: '2024-09-02', change: { kind: 'entry error', reason: 'Six days, not five' } });
    const timeOf = (...more: readonly NewEvent[]) => given(...caseMet(), ...more).state.breakClauses['B1']!.cases[0]!.terms.timeToPutRightWorkingDays;
    expect(timeOf(varied, mended)).toBe(20);
    expect(timeOf(breakClauseAgreed({ timeToPutRightWorkingDays: 30, change: { kind: 'entry error', reason: 'Thirty' } }))).toBe(30);
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...registered, ...agreeing({ reference: 'K1' })(given(...registered).state));
    decidesAnyInput(agreeBreakClause.extend({ condition: agreeBreakClause.shape.condition.options[2] }), (input) => decideAgreeBreakClause(state, 'C1', input, around));
  });
});
