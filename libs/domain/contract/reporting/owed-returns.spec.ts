import {
  contractRegistered,
  contractResumed,
  contractSuspended,
  dueDateExtended,
  extensionAsked,
  extensionRefused,
  membersAgreed,
  missedReturnSetAside,
  returnMissed,
  returnSubmitted,
  scheduleAgreed,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { Jurisdiction } from '../../authority/bank-holidays/jurisdiction.js';
import type { NewEvent } from '../../kernel/event.js';
import { type OwedReturn, owedReturns, returnState } from './owed-returns.js';
import { workingCalendar } from './working-calendar.js';

const owedBy = (...past: readonly NewEvent[]): readonly OwedReturn[] => {
  const { state } = given(...past);
  return state.terms === null ? [] : owedReturns(state, workingCalendar(state, edition1));
};
/** The return for the spring quarter of 2024. */
const spring = (...past: readonly NewEvent[]): OwedReturn => owedBy(contractRegistered(), scheduleAgreed(), ...past)[0]!;

describe('A return that is owed', () => {
  it('is due 20 working days after its period, without bank holidays', () => {
    const year = owedBy(contractRegistered({ endsOn: '2025-03-31' }), scheduleAgreed());
    expect(year.map(({ to, dueOn }) => [to, dueOn])).toEqual([
      ['2024-06-30', '2024-07-26'],
      ['2024-09-30', '2024-10-28'],
      // without New Year’s Day
      ['2024-12-31', '2025-01-29'],
      // without Good Friday and Easter Monday
      ['2025-03-31', '2025-04-30'],
    ]);
    expect(year[3]!.reached.bankHolidays).toEqual([{ date: '2025-04-18', name: 'Good Friday' }, { date: '2025-04-21', name: 'Easter Monday' }]);
  });

  it.each<[Jurisdiction, string]>([
    ['england-and-wales', '2026-06-26'],
    // without 15 June, the bank holiday of the World Cup
    ['scotland', '2026-06-29'],
    ['northern-ireland', '2026-06-26'],
  ])('for May 2026 in %s is due on %s', (jurisdiction, dueOn) => {
    const [may] = owedBy(contractRegistered({ startsOn: '2026-05-01', endsOn: '2026-05-31', jurisdiction }), scheduleAgreed({ frequency: 'monthly' }));
    expect(may!.dueOn).toBe(dueOn);
  });

  it('is owed by each member, in the order agreed', () => {
    const both = owedBy(contractRegistered({ endsOn: '2024-09-30' }), membersAgreed({ P2: '60', P1: '40' }), scheduleAgreed());
    expect(both.map(({ provider, to }) => `${provider} ${to}`)).toEqual(['P2 2024-06-30', 'P1 2024-06-30', 'P2 2024-09-30', 'P1 2024-09-30']);
  });

  it('is due on the extended day once that was granted, not when it was asked for or refused', () => {
    expect(spring(extensionAsked('2024-08-09'))).toMatchObject({ dueOn: '2024-07-26', extension: { standing: 'asked' } });
    expect(spring(extensionAsked('2024-08-09'), dueDateExtended('2024-08-02')).dueOn).toBe('2024-08-02');
    expect(spring(extensionAsked('2024-08-09'), extensionRefused())).toMatchObject({ dueOn: '2024-07-26', extension: { standing: 'refused' } });
  });

  it('keeps the day to which it was extended while still more time is asked for, and after that was refused', () => {
    const again = [dueDateExtended('2024-08-02'), extensionAsked('2024-08-30')];
    expect(spring(...again)).toMatchObject({ dueOn: '2024-08-02', extension: { standing: 'asked' } });
    expect(spring(...again, extensionRefused())).toMatchObject({ dueOn: '2024-08-02', extension: { standing: 'refused' } });
  });

  it('is not due while the contract is suspended, and as many working days later', () => {
    expect(spring(contractSuspended('2024-07-15')).dueOn).toBeNull();
    expect(spring(contractSuspended('2024-07-15'), contractResumed('2024-07-22')).dueOn).toBe('2024-08-02');
  });

  it('on an extended day that falls into a suspension is due later by what that took', () => {
    const extended = dueDateExtended('2024-08-09');
    expect(spring(extended, contractSuspended('2024-08-05')).dueOn).toBeNull();
    // five working days were taken, from Monday 5 to Friday 9 August; they follow from Monday 2 to Friday 6 September
    expect(spring(extended, contractSuspended('2024-08-05'), contractResumed('2024-09-02')).dueOn).toBe('2024-09-06');
    expect(spring(extended, contractSuspended('2024-08-12'), contractResumed('2024-09-02')).dueOn).toBe('2024-08-09');
  });

  it('has come with the return for its period, or for a longer one', () => {
    expect(spring(returnSubmitted()).submitted).toMatchObject({ submittedOn: '2024-07-10' });
    expect(spring(returnSubmitted({ to: '2024-09-30', submittedOn: '2024-10-02' })).submitted).toMatchObject({ submittedOn: '2024-10-02' });
    expect(spring(returnSubmitted({ submittedOn: '2024-11-01' }), returnSubmitted({ to: '2024-09-30', submittedOn: '2024-10-02' })).submitted).toMatchObject({ submittedOn: '2024-10-02' });
    expect(spring(returnSubmitted({ to: '2024-05-31' })).submitted).toBeUndefined();
    const halves = [returnSubmitted({ to: '2024-05-31', submittedOn: '2024-06-03' }), returnSubmitted({ from: '2024-06-01', submittedOn: '2024-07-03' })];
    expect(spring(...halves).submitted).toMatchObject({ submittedOn: '2024-07-03' });
    expect(spring(...halves, returnSubmitted({ submittedOn: '2024-08-20' })).submitted).toMatchObject({ submittedOn: '2024-07-03' });
    expect(spring(returnSubmitted({ provider: 'P2' })).submitted).toBeUndefined();
  });

  it('came when it first came, though it was stated again; one that was typed wrong came when the right one says', () => {
    const again = (kind: 'variation' | 'entry error') => returnSubmitted({ submittedOn: '2024-09-02', change: { kind, reason: 'A sheet was found' } });
    expect(spring(returnSubmitted(), again('variation')).submitted).toMatchObject({ submittedOn: '2024-07-10' });
    expect(spring(returnSubmitted(), again('entry error')).submitted).toMatchObject({ submittedOn: '2024-09-02' });
  });

  it('given more time is never due earlier than without', () => {
    const still = [contractSuspended('2024-07-15'), contractResumed('2024-08-09')];
    expect(spring(...still).dueOn).toBe('2024-08-22');
    expect(spring(dueDateExtended('2024-08-09'), ...still).dueOn).toBe('2024-08-22');
  });

  it('that was missed is not, where it turns out to have been due later; what was set aside stays so', () => {
    const still = [contractSuspended('2024-07-01'), contractResumed('2024-09-02')];
    expect(spring(returnMissed(), ...still)).toMatchObject({ dueOn: '2024-09-27', missed: undefined });
    expect(spring(returnMissed(), missedReturnSetAside(), ...still).missed).toEqual({ dueOn: '2024-07-26', setAside: true });
  });

  it('that was missed for fewer days than its period has now is not missed for all of them', () => {
    const { state } = given(contractRegistered({ endsOn: '2024-05-20' }), scheduleAgreed(), returnMissed({ to: '2024-05-20', dueOn: '2024-06-18' }));
    const longer = { ...state, terms: { ...state.terms!, endsOn: '2025-03-31' } };
    expect(owedReturns(longer, workingCalendar(longer, edition1))[0]).toMatchObject({ to: '2024-06-30', dueOn: '2024-07-26', missed: undefined });
    expect(owedReturns(state, workingCalendar(state, edition1))[0]!.missed).toEqual({ dueOn: '2024-06-18', setAside: false });
  });

  it('given more time for fewer days than its period has now is due when its period asks for it', () => {
    const { state } = given(contractRegistered({ endsOn: '2024-05-20' }), scheduleAgreed(), dueDateExtended('2024-06-25', { to: '2024-05-20' }));
    const longer = { ...state, terms: { ...state.terms!, endsOn: '2025-03-31' } };
    expect(owedReturns(longer, workingCalendar(longer, edition1))[0]!.dueOn).toBe('2024-07-26');
  });

  it('that was missed and set aside is owed anew where more time was given for it', () => {
    expect(spring(returnMissed()).missed).toEqual({ dueOn: '2024-07-26', setAside: false });
    expect(spring(returnMissed(), missedReturnSetAside()).missed).toEqual({ dueOn: '2024-07-26', setAside: true });
    expect(spring(returnMissed(), missedReturnSetAside(), dueDateExtended('2024-08-30'))).toMatchObject({ dueOn: '2024-08-30', missed: undefined });
  });
});

describe('How a return stands', () => {
  const stands = (today: string, ...past: readonly NewEvent[]) => returnState(spring(...past), today);

  it('goes from to come, over open and due, to overdue', () => {
    const days = ['2024-03-31', '2024-04-01', '2024-06-30', '2024-07-01', '2024-07-26', '2024-07-27'];
    expect(days.map((day) => stands(day))).toEqual(['to come', 'open', 'open', 'due', 'due', 'overdue']);
  });

  it('is returned on the last day, and returned late after it', () => {
    expect(stands('2024-09-01', returnSubmitted({ submittedOn: '2024-07-26' }))).toBe('returned');
    expect(stands('2024-09-01', returnSubmitted({ submittedOn: '2024-07-27' }))).toBe('returned late');
    expect(stands('2024-09-01', dueDateExtended('2024-08-09'), returnSubmitted({ submittedOn: '2024-08-09' }))).toBe('returned');
  });

  it('is not late while the authority owes an answer about more time', () => {
    expect(stands('2024-08-01', extensionAsked('2024-08-09'))).toBe('due');
    expect(stands('2024-09-01', extensionAsked('2024-08-09'), returnSubmitted({ submittedOn: '2024-08-05' }))).toBe('returned');
    expect(stands('2024-08-01', extensionAsked('2024-08-09'), extensionRefused())).toBe('overdue');
  });

  it('is missed, or set aside, until it comes', () => {
    expect(stands('2024-09-01', returnMissed())).toBe('missed');
    expect(stands('2024-09-01', returnMissed(), missedReturnSetAside())).toBe('set aside');
    expect(stands('2024-09-01', returnMissed(), returnSubmitted({ submittedOn: '2024-08-20' }))).toBe('returned late');
  });

  it('is suspended with the contract', () => {
    expect(stands('2024-09-01', contractSuspended('2024-07-15'))).toBe('suspended');
  });
});
