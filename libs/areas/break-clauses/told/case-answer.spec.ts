import type { Told } from '#areas/registers/index.js';
import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { breachPutRight, breachWaived, caseConfirmed, clauseInvoked, contractTerminated, noticeServed, remedyApplied } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { answerOfCase } from './case-answer.js';

const told: Told = { provider: (reference) => ({ reference, name: '' }), person: (id) => id, text: () => null, behind: () => null };

// the time to put the breach right runs out on 17 September 2024
function answered(today: string, ...past: readonly NewEvent[]) {
  const { state } = given(...caseConfirmed(), noticeServed(), ...past);
  const [one] = state.breakClauses['B1']!.cases;
  const record = { state, agreed: new Map(), caseRecord: () => ({ remedies: [] }) };
  return answerOfCase(one!, record, { today, bankHolidays: edition1, remindersDelivered: () => 0 }, told);
}

describe('The rights that the authority has from a case', () => {
  it.each([
    ['reserved', 'while it is open', []],
    ['reserved', 'after a remedy that settles nothing', [remedyApplied()]],
    ['put right', 'once it was put right in time (bug: “reserved”)', [breachPutRight('2024-09-17')]],
    ['put right', 'once it was put right late, and the authority accepts it (bug: “reserved”)', [breachPutRight('2024-09-18')]],
    ['waived', 'once it was waived', [breachWaived()]],
    ['settled', 'once a remedy settled it', [remedyApplied({ settles: true })]],
  ])('are %s %s', (rights, _when, past) => {
    expect(answered('2024-10-31', ...past).rights).toBe(rights);
  });
});

describe('The day from which a clause may be invoked', () => {
  it('is told while the case is open and the contract goes on', () => {
    expect(answered('2024-08-20').clock.invocableFrom).toMatchObject({ date: '2024-09-18' });
  });

  it.each([
    ['the breach was put right in time', [breachPutRight('2024-09-17')]],
    ['the clause was invoked', [clauseInvoked()]],
    ['the contract has ended', [contractTerminated('2024-10-25')]],
    ['the contract ended before the time ran out', [contractTerminated('2024-09-17')]],
  ])('is not told where %s', (_where, past) => {
    expect(answered('2024-10-31', ...past).clock).toMatchObject({ putRightBy: { date: '2024-09-17' }, invocableFrom: null });
  });
});
