import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breachPutRight, breachWaived, caseConfirmed, caseMet, contractResumed, contractSuspended, contractTerminated, noticeServed, remedyApplied } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideInvokeClause, invokeClause, type InvokeClause } from './invoke-clause.decision.js';

/*
 * The notice was posted on Thursday 15 August 2024 and counts as served on Monday the 19th. Twenty working days from
 * there, without the bank holiday of the 26th, end with Tuesday 17 September.
 */
const served = [...caseConfirmed(), noticeServed()];
const base = invokeClause.parse({ clause: 'B1', case: 1, invokedBy: 'person-director', decisionReference: 'Cabinet, minute 14', reason: 'No return has come' });
const invoking =
  (over: Partial<InvokeClause> = {}, today = '2024-09-18') =>
  (state: ContractState) =>
    decideInvokeClause(state, { ...base, ...over }, { today, bankHolidays: edition1 });

describe('Invoking a break clause', () => {
  it('is recorded with its decision, by a second person, the day after the time ran out', () => {
    const [invoked] = given(...served).when(invoking()).then('BreakClauseInvoked');
    expect(invoked).toEqual({
      type: 'BreakClauseInvoked',
      businessDate: '2024-09-18',
      payload: { clause: 'B1', case: 1, invokedOn: '2024-09-18', invokedBy: 'person-director', decisionReference: 'Cabinet, minute 14', reason: 'No return has come' },
    });
  });

  it('is refused a day early, with the day from which it may be', () => {
    const error = given(...served).when(invoking({}, '2024-09-17')).thenRefused('invokedOn');
    expect(error.faults[0]).toEqual({
      ...{ field: 'invokedOn', value: '2024-09-17' },
      rule: 'must not lie before 2024-09-18, the day after the time to put the breach right runs out (2024-09-17)',
      fix: 'It may be invoked from 2024-09-18.',
    });
    given(...served).when(invoking({ invokedOn: '2024-09-17' }, '2024-10-01')).thenRefused('invokedOn');
    given(...served).when(invoking({ invokedOn: '2024-10-02' }, '2024-10-01')).thenRefused('invokedOn');
  });

  it('is refused after the contract has ended', () => {
    const error = given(...served, contractTerminated('2024-08-30')).when(invoking({}, '2024-10-01')).thenRefused('invokedOn');
    expect(error.faults[0].rule).toBe('must not lie after 2024-08-30, the last day of the contract');
  });

  it('needs somebody else than the person who confirmed the case', () => {
    const error = given(...served).when(invoking({ invokedBy: 'person-manager' })).thenRefused('invokedBy');
    expect(error.faults[0]).toMatchObject({
      rule: 'must be somebody else than the person who confirmed the case',
      fix: 'Have a second authorised person invoke it.',
    });
  });

  it('needs a decision that can be looked up', () => {
    expect(invokeClause.safeParse({ ...base, decisionReference: '' }).success).toBe(false);
  });

  it('needs a notice that was served, and a person who confirmed the case', () => {
    const error = given(...caseConfirmed()).when(invoking()).thenRefused('case');
    expect(error.faults[0].rule).toBe('must have a notice that was served');
    given(...caseMet()).when(invoking()).thenRefused('case');
  });

  it('waits for nothing but deemed service where the breach cannot be put right', () => {
    const final = [...caseConfirmed({ remediable: false }), noticeServed()];
    const error = given(...final).when(invoking({}, '2024-08-18')).thenRefused('invokedOn');
    expect(error.faults[0].rule).toBe('must not lie before 2024-08-19, the day on which the notice counts as served');
    given(...final).when(invoking({}, '2024-08-19')).then('BreakClauseInvoked');
  });

  it('counts from the later notice where it was sent again', () => {
    // served on Tuesday 20 August, the time runs out on Wednesday 18 September
    const again = [...served, noticeServed({ sentOn: '2024-08-16', reason: 'The first came back' })];
    given(...again).when(invoking({}, '2024-09-18')).thenRefused('invokedOn');
    given(...again).when(invoking({}, '2024-09-19')).then('BreakClauseInvoked');
  });

  it('waits while the contract is suspended, and as many days longer', () => {
    const suspended = [...served, contractSuspended('2024-09-09')];
    const error = given(...suspended).when(invoking({}, '2024-12-02')).thenRefused('invokedOn');
    expect(error.faults[0].rule).toBe('must not lie in a suspension, in which the time to put the breach right stands still');
    // 13 working days to Friday 6 September, and seven more from Monday 16 to Tuesday 24 September
    const resumed = [...suspended, contractResumed('2024-09-16')];
    given(...resumed).when(invoking({}, '2024-09-24')).thenRefused('invokedOn');
    given(...resumed).when(invoking({}, '2024-09-25')).then('BreakClauseInvoked');
  });

  it.each([
    ['put right', breachPutRight()],
    ['waived', breachWaived()],
    ['settled', remedyApplied({ settles: true })],
  ])('is refused once the breach was %s', (_how, closing) => {
    given(...served, closing).when(invoking({}, '2024-10-01')).thenRefused('case');
  });

  it('is possible after a remedy that settles nothing', () => {
    given(...served, remedyApplied()).when(invoking()).then('BreakClauseInvoked');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1' }), noticeServed({ clause: 'K1' }));
    decidesAnyInput(invokeClause, (input) => decideInvokeClause(state, input, { today: '2025-06-01', bankHolidays: edition1 }));
  });
});
