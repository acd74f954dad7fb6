import type { ContractState } from '#domain/contract/state.js';
import { check } from '#surface/http/problem-json/faults.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breachWaived, caseConfirmed, caseMet, noticeServed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideServeNotice, serveNotice, type ServeNotice } from './serve-notice.decision.js';

const around = { today: '2024-08-16' };
const base = serveNotice.parse({ clause: 'B1', case: 1, form: 'letter', address: '1 Mill Lane' });
const serving = (over: Partial<ServeNotice> = {}) => (state: ContractState) => decideServeNotice(state, { ...base, ...over }, around);

describe('Serving notice of a breach', () => {
  it('is recorded with its form, its address, and the day on which it was sent: today, or one before', () => {
    const [served] = given(...caseConfirmed()).when(serving()).then('BreachNoticeServed');
    expect(served).toEqual({
      type: 'BreachNoticeServed',
      businessDate: '2024-08-16',
      payload: { clause: 'B1', case: 1, form: 'letter', address: '1 Mill Lane', sentOn: '2024-08-16' },
    });
    const [posted] = given(...caseConfirmed()).when(serving({ sentOn: '2024-08-15' })).then('BreachNoticeServed');
    expect(posted).toMatchObject({ businessDate: '2024-08-15', payload: { sentOn: '2024-08-15' } });
  });

  it('waits until a person has confirmed that the condition was met', () => {
    const error = given(...caseMet()).when(serving()).thenRefused('case');
    expect(error.faults[0]).toMatchObject({ rule: 'must have been confirmed by a person', fix: 'Confirm first that the condition was met, or set it aside.' });
    const early = given(...caseConfirmed()).when(serving({ sentOn: '2024-08-13' })).thenRefused('sentOn');
    expect(early.faults[0].rule).toBe('must not lie before 2024-08-14, the day on which the case was confirmed');
    given(...caseConfirmed()).when(serving({ sentOn: '2024-08-17' })).thenRefused('sentOn');
  });

  it('takes the form that the clause asks for, however it is written, or another with a reason', () => {
    given(...caseConfirmed()).when(serving({ form: 'Letter' })).then('BreachNoticeServed');
    const error = given(...caseConfirmed()).when(serving({ form: 'email' })).thenRefused('form');
    expect(error.faults[0]).toMatchObject({ value: 'email', rule: 'must be what the clause asks for, which is “letter”' });
    const [served] = given(...caseConfirmed()).when(serving({ form: 'email', reason: 'They asked for it by email' })).then('BreachNoticeServed');
    expect(served).toMatchObject({ payload: { form: 'email', reason: 'They asked for it by email' } });
    given(...caseConfirmed({ noticeForm: '' })).when(serving({ form: 'email' })).then('BreachNoticeServed');
  });

  it.each([
    ['   ', 'must not be blank', 'Give the address.'],
    [' \n ', 'must not be blank', 'Give the address.'],
    ['', 'must not be empty', 'Give a value.'],
  ])('is sent to some address (bug: one of blanks was taken): %j', (address, rule, fix) => {
    const notice = { clause: 'B1', case: 1, form: 'letter', address };
    expect(check(serveNotice, notice, 'body')).toMatchObject({ ok: false, faults: [{ field: 'address', value: address, rule, fix }] });
  });

  it('is sent again with a reason only', () => {
    const error = given(...caseConfirmed(), noticeServed()).when(serving()).thenRefused('reason');
    expect(error.faults[0].rule).toBe('must be given, because a notice was sent on 2024-08-15 already');
    given(...caseConfirmed(), noticeServed()).when(serving({ reason: 'The first came back' })).then('BreachNoticeServed');
  });

  it('is sent again on the same day or later: a second notice gives more time, never less', () => {
    const again = { reason: 'The first came back' };
    given(...caseConfirmed(), noticeServed({ sentOn: '2024-08-16' })).when(serving({ ...again, sentOn: '2024-08-15' })).thenRefused('sentOn');
    given(...caseConfirmed(), noticeServed({ sentOn: '2024-08-16' })).when(serving({ ...again, sentOn: '2024-08-16' })).then('BreachNoticeServed');
  });

  it('tells all that is wrong at once', () => {
    given(...caseConfirmed(), noticeServed()).when(serving({ form: 'email', sentOn: '2024-08-13' })).thenRefused('sentOn', 'form', 'reason');
  });

  it('is of a case from which something can follow', () => {
    given(...caseConfirmed(), breachWaived()).when(serving()).thenRefused('case');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1', noticeForm: '' }));
    decidesAnyInput(serveNotice, (input) => decideServeNotice(state, input, around));
  });
});
