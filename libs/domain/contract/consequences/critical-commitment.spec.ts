import {
  breakClauseAgreed,
  commitmentMade,
  conditionMet,
  contractRegistered,
  contractTerminated,
  deliveryQueried,
  deliveryReported,
  deliveryValidated,
  membersAgreed,
  returnSubmitted,
  scheduleAgreed,
  shortfallCarriedForward,
  targetAgreed,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../../kernel/event.js';
import { consequencesOf } from './consequences.js';

const found = (today: string, ...past: readonly NewEvent[]) => consequencesOf(given(...past).state, { today, bankHolidays: edition1, remindersDelivered: () => 0 });
const clause = breakClauseAgreed({ condition: { kind: 'critical commitment missed' } });
const spring = targetAgreed('4', '2024-04-01', '2024-06-30');
// the return for spring 2024 is due on 26 July
const critical = [contractRegistered(), scheduleAgreed(), clause, commitmentMade('K1', { critical: true }), spring];
const missed = { kind: 'critical commitment missed' as const, commitment: 'K1', from: '2024-04-01', to: '2024-06-30', due: '4', validated: '3' };
const three = [deliveryReported({ quantity: '3' }), deliveryValidated({ accepted: '3' })];

describe('A critical commitment', () => {
  it('is missed where less was validated than its target, once the return could have come', () => {
    expect(found('2024-07-26', ...critical, ...three)).toEqual([]);
    expect(found('2024-07-27', ...critical, ...three)).toEqual([
      { type: 'BreakConditionMet', businessDate: '2024-07-27', payload: { clause: 'B1', case: 1, breach: missed, metOn: '2024-07-27' } },
    ]);
    expect(found('2024-07-11', ...critical, ...three, returnSubmitted())).toHaveLength(1);
  });

  it('is not missed on days after the contract was ended', () => {
    expect(found('2024-12-31', ...critical, contractTerminated('2024-06-20'))).toEqual([]);
  });

  it('is kept by as much as its target', () => {
    expect(found('2024-07-27', ...critical, deliveryReported({ quantity: '4' }), deliveryValidated({ accepted: '4' }))).toEqual([]);
  });

  it('is not missed while a line of it is undecided', () => {
    const waiting = deliveryReported({ report: 'D2', quantity: '1' });
    expect(found('2024-09-30', ...critical, ...three, waiting)).toEqual([]);
    expect(found('2024-09-30', ...critical, ...three, waiting, deliveryQueried('D2'))).toEqual([]);
  });

  it('is met once for a target', () => {
    expect(found('2024-09-30', ...critical, ...three, conditionMet({ breach: missed }))).toEqual([]);
  });

  it('is one that was marked so', () => {
    expect(found('2024-09-30', contractRegistered(), scheduleAgreed(), clause, commitmentMade(), spring)).toEqual([]);
  });

  it('waits for its own member’s return, or for those of all', () => {
    const both = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' }), scheduleAgreed(), clause];
    const ofLead = returnSubmitted();
    const ofMember = [...both, commitmentMade('K1', { critical: true, provider: 'P2' }), spring];
    expect(found('2024-07-11', ...ofMember, ofLead)).toEqual([]);
    expect(found('2024-07-11', ...ofMember, returnSubmitted({ provider: 'P2' }))).toHaveLength(1);
    const ofAll = [...both, commitmentMade('K1', { critical: true }), spring];
    expect(found('2024-07-11', ...ofAll, ofLead)).toEqual([]);
    expect(found('2024-07-11', ...ofAll, ofLead, returnSubmitted({ provider: 'P2' }))).toHaveLength(1);
  });

  it('of a member who has left is judged by the returns of those who are there', () => {
    const left = [contractRegistered(), scheduleAgreed(), clause, commitmentMade('K1', { critical: true, provider: 'P2' }), spring];
    expect(found('2024-07-26', ...left)).toEqual([]);
    expect(found('2024-07-27', ...left)).toHaveLength(1);
    expect(found('2024-07-11', ...left, returnSubmitted())).toHaveLength(1);
  });

  it('without a reporting schedule is judged 20 working days after its period', () => {
    const unscheduled = critical.filter(({ type }) => type !== 'ReportingScheduleAgreed');
    expect(found('2024-07-26', ...unscheduled)).toEqual([]);
    expect(found('2024-07-27', ...unscheduled)).toHaveLength(1);
  });

  it('owes what was carried forward in the later period only', () => {
    const carried = shortfallCarriedForward('1', '2024-04-01', '2024-06-30', { from: '2024-07-01', to: '2024-09-30' });
    expect(found('2024-09-30', ...critical, ...three, carried)).toEqual([]);
    expect(found('2024-10-29', ...critical, ...three, carried)).toMatchObject([{ payload: { breach: { from: '2024-07-01', to: '2024-09-30', due: '1', validated: '0' } } }]);
  });

  it('is not missed where all of it was carried forward, whatever was taken back', () => {
    const carried = shortfallCarriedForward('4', '2024-04-01', '2024-06-30', { from: '2025-01-01', to: '2025-03-31' });
    expect(found('2024-09-30', ...critical, deliveryReported({ quantity: '-3' }), deliveryValidated({ accepted: '-3' }), carried)).toEqual([]);
  });
});
