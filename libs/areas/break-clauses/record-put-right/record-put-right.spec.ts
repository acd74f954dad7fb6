import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breachWaived, caseConfirmed, caseMet, clauseInvoked, noticeServed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideRecordPutRight, recordPutRight, type RecordPutRight } from './record-put-right.decision.js';

const around = { today: '2024-10-01' };
const base = recordPutRight.parse({ clause: 'B1', case: 1, how: 'The return came; we read it' });
const recording = (over: Partial<RecordPutRight> = {}) => (state: ContractState) => decideRecordPutRight(state, { ...base, ...over }, around);

describe('Recording that a breach was put right', () => {
  it('is recorded for the day on which it was, or today', () => {
    const [right] = given(...caseConfirmed(), noticeServed()).when(recording({ putRightOn: '2024-09-17' })).then('BreachPutRight');
    expect(right).toEqual({
      type: 'BreachPutRight',
      businessDate: '2024-09-17',
      payload: { clause: 'B1', case: 1, putRightOn: '2024-09-17', how: 'The return came; we read it' },
    });
    const [today] = given(...caseConfirmed()).when(recording()).then('BreachPutRight');
    expect(today).toMatchObject({ businessDate: '2024-10-01', payload: { putRightOn: '2024-10-01' } });
  });

  it('lies between the day by which it should have been kept and today, though nobody had looked yet', () => {
    const error = given(...caseConfirmed()).when(recording({ putRightOn: '2024-06-29' })).thenRefused('putRightOn');
    expect(error.faults[0].rule).toBe('must not lie before 2024-06-30, the day by which it should have been kept');
    given(...caseConfirmed()).when(recording({ putRightOn: '2024-07-30' })).then('BreachPutRight');
    given(...caseConfirmed()).when(recording({ putRightOn: '2024-10-02' })).thenRefused('putRightOn');
  });

  it('is of a breach that can be put right', () => {
    const error = given(...caseConfirmed({ remediable: false })).when(recording()).thenRefused('case');
    expect(error.faults[0]).toMatchObject({
      rule: 'must be of a breach that can be put right, and the clause says that this one cannot',
      fix: 'Waive it in words, if the authority gives up its rights.',
    });
  });

  it('is of a confirmed case that is open', () => {
    given(...caseMet()).when(recording()).thenRefused('case');
    given(...caseConfirmed(), breachWaived()).when(recording()).thenRefused('case');
    given(...caseConfirmed(), noticeServed(), clauseInvoked()).when(recording()).thenRefused('case');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1' }));
    decidesAnyInput(recordPutRight, (input) => decideRecordPutRight(state, input, { today: '2025-06-01' }));
  });
});
