import {
  breachPutRight,
  breachWaived,
  breakClauseAgreed,
  caseConfirmed,
  clauseInvoked,
  clauseTriggered,
  conditionMet,
  conditionSetAside,
  contractRegistered,
  contractSuspended,
  contractTerminated,
  noticeServed,
  remedyApplied,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../../kernel/event.js';
import { workingCalendar } from '../reporting/working-calendar.js';
import type { ContractTerms } from '../state.js';
import { caseClock } from './case-clock.js';
import { statutoryFollowUps } from './statutory-follow-up.js';

// the time to put the breach right runs out on 17 September 2024
function followUps(regime: ContractTerms['regime'], today: string, ...past: readonly NewEvent[]) {
  const { state } = given(contractRegistered({ regime }), breakClauseAgreed(), conditionMet(), ...past);
  const [one] = state.breakClauses['B1']!.cases;
  return statutoryFollowUps(state, one!, caseClock(one!, workingCalendar(state, edition1)), today);
}
const under2023 = (today: string, ...past: readonly NewEvent[]) => followUps('procurement-act-2023', today, ...past);
const confirmed = clauseTriggered();
const nothing = { standing: 'none', notice: null, section: null, event: null, happenedOn: null, by: null };

describe('What the Procurement Act 2023 may ask for', () => {
  it('is nothing of what nobody confirmed, or what was set aside', () => {
    const none = [{ ...nothing, why: 'Nothing follows from a condition that nobody has confirmed.' }];
    expect(under2023('2024-12-31')).toEqual(none);
    const setAside = [{ ...nothing, why: 'Nothing follows from a condition that was set aside.' }];
    expect(under2023('2024-12-31', confirmed, conditionSetAside())).toEqual(setAside);
    expect(followUps('light-touch', '2024-12-31', confirmed, conditionSetAside())).toEqual(setAside);
  });

  // bug: “the time to put it right has not run out” was said of all of these
  it.each<[string, string, readonly NewEvent[]]>([
    ['No notice was served, so no time to put the breach right has run out, and it has led to no termination, damages or settlement.', '2024-12-31', []],
    ['The time to put the breach right has not run out, and it has led to no termination, damages or settlement.', '2024-09-17', [noticeServed()]],
    ['The time to put the breach right stands still with the contract, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), contractSuspended('2024-09-09')]],
    ['The breach was put right in time, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), breachPutRight('2024-09-17')]],
    ['The breach was put right in time, and it has led to no termination, damages or settlement.', '2024-12-31', [breachPutRight('2024-08-16')]],
    ['The authority gave up its rights from the breach in words, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), breachWaived()]],
    ['The breach was settled by a remedy that is on record neither as damages nor as a settlement agreement.', '2024-12-31', [noticeServed(), remedyApplied({ settles: true })]],
    ['The contract ended before any time to put the breach right had run out, and the breach led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), contractTerminated('2024-09-16')]],
    ['The contract ended before any time to put the breach right had run out, and the breach led to no termination, damages or settlement.', '2027-04-01', []],
    ['The contract ended before the time to put the breach right had run out; it was put right later, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), contractTerminated('2024-09-16'), breachPutRight('2024-09-18')]],
  ])('is nothing, for a reason that is true of the case: %s', (why, today, past) => {
    expect(under2023(today, confirmed, ...past)).toEqual([{ ...nothing, why }]);
  });

  it.each<[string, string, readonly NewEvent[]]>([
    ['The breach cannot be put right, so there is no time for that which could run out, and it has led to no termination, damages or settlement.', '2024-12-31', []],
    ['The breach cannot be put right, so there is no time for that which could run out, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed()]],
    ['The breach cannot be put right, so there is no time for that which could run out, and it has led to no termination, damages or settlement.', '2024-12-31', [noticeServed(), contractTerminated('2024-09-16')]],
    ['The clause was invoked, but it has led to no termination, damages or settlement so far.', '2024-12-31', [noticeServed(), clauseInvoked()]],
  ])('is nothing of a breach that cannot be put right: %s', (why, today, past) => {
    const { state } = given(contractRegistered({ regime: 'procurement-act-2023' }), ...caseConfirmed({ remediable: false }).slice(1), ...past);
    const [one] = state.breakClauses['B1']!.cases;
    expect(statutoryFollowUps(state, one!, caseClock(one!, workingCalendar(state, edition1)), today)).toEqual([{ ...nothing, why }]);
  });

  it('is a notice within 30 days of the failure to put it right in time', () => {
    const [due, ...more] = under2023('2024-09-18', confirmed, noticeServed());
    expect(more).toEqual([]);
    // 30 days, of which 18 September is the first
    expect(due).toMatchObject({ standing: 'may be due', notice: 'UK9', section: 'Procurement Act 2023, s.71(4)', happenedOn: '2024-09-18', by: '2024-10-17' });
    expect(under2023('2024-12-31', confirmed, noticeServed(), breachPutRight('2024-09-20'))).toMatchObject([{ happenedOn: '2024-09-18' }]);
  });

  it.each(['damages', 'settlement'] as const)('is a notice of %s, and of no credit', (remedy) => {
    const applied = remedyApplied({ remedy, settles: true });
    expect(under2023('2024-09-10', confirmed, remedyApplied(), applied)).toMatchObject([
      { notice: 'UK9', section: 'Procurement Act 2023, s.71(3)', event: remedy, happenedOn: '2024-09-02', by: '2024-10-01' },
    ]);
  });

  it('is a notice of the ending that a clause led to', () => {
    const found = under2023('2024-10-31', confirmed, noticeServed(), clauseInvoked(), contractTerminated('2024-10-25', { clause: 'B1', case: 1 }));
    expect(found.map(({ notice, happenedOn, by }) => [notice, happenedOn, by])).toEqual([
      ['UK9', '2024-09-18', '2024-10-17'],
      ['UK11', '2024-10-25', '2024-11-23'],
    ]);
  });

  it('is none where the contract ended before the time to put it right ran out', () => {
    expect(under2023('2024-12-31', confirmed, noticeServed(), contractTerminated('2024-08-30'))).toMatchObject([{ standing: 'none' }]);
  });

  it('is none of what was settled in time, nor of an ending that the case did not lead to', () => {
    const settled = remedyApplied({ settles: true, appliedOn: '2024-09-02' });
    expect(under2023('2024-12-31', confirmed, noticeServed(), settled)).toMatchObject([{ standing: 'none', notice: null }]);
    const byAgreement = under2023('2024-10-31', confirmed, noticeServed(), clauseInvoked(), contractTerminated('2024-10-25'));
    expect(byAgreement.map(({ notice }) => notice)).toEqual(['UK9']);
  });

  it.each([
    ['provider-selection-regime', 'none'],
    ['earlier law', 'none'],
    ['light-touch', 'not known'],
    ['other', 'not known'],
  ] as const)('under %s is %s, and says why', (regime, standing) => {
    const [only, ...more] = followUps(regime, '2024-12-31', confirmed, noticeServed());
    expect(more).toEqual([]);
    expect(only).toMatchObject({ ...nothing, standing, why: expect.stringMatching(/\.$/) as string });
  });
});
