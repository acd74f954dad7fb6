import {
  aMeasure,
  breakClauseAgreed,
  commitmentMade,
  conditionMet,
  contractRegistered,
  contractResumed,
  contractSuspended,
  contractTerms,
  deliveryCorrected,
  deliveryQueried,
  deliveryReported,
  deliveryValidated,
  extensionAsked,
  missedReturnSetAside,
  returnMissed,
  returnSubmitted,
  scheduleAgreed,
  shortfallCarriedForward,
  substituteAgreed,
  targetAgreed,
} from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../../kernel/event.js';
import { fact } from '../contract.js';
import { contractRegistered as contractRegisteredEvent } from '../events/index.js';
import { consequencesOf } from './consequences.js';

/*
 * 100 hours at £10 are due each quarter of 2024/25. The clause: validated below 60% for two consecutive periods. Returns
 * are due on 26 July, 28 October 2024, 29 January and 30 April 2025.
 */
const QUARTERS = [
  ['2024-04-01', '2024-06-30'],
  ['2024-07-01', '2024-09-30'],
  ['2024-10-01', '2024-12-31'],
  ['2025-01-01', '2025-03-31'],
] as const;
const clause = breakClauseAgreed({ condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 } });
const promised = [contractRegistered(), scheduleAgreed(), clause, commitmentMade(), ...QUARTERS.map(([from, to]) => targetAgreed('100', from, to))];

/** So many hours reported and validated in a quarter: 1, 2, 3 or 4. */
function delivered(quarter: 1 | 2 | 3 | 4, hours: string, commitment = 'K1'): readonly NewEvent[] {
  const [from, to] = QUARTERS[quarter - 1]!;
  const report = `D${quarter}${commitment}`;
  return [deliveryReported({ report, commitment, from, to, quantity: hours }), deliveryValidated({ report, commitment, accepted: hours })];
}

const found = (today: string, ...past: readonly NewEvent[]) => consequencesOf(given(...past).state, { today, bankHolidays: edition1, remindersDelivered: () => 0 });
const period = (quarter: 1 | 2 | 3 | 4, keptPence: number, over: object = {}) => {
  const [from, to] = QUARTERS[quarter - 1]!;
  return { from, to, duePence: 100_000, keptPence, unvaluedDue: 0, unvaluedPercent: null, ...over };
};

describe('A shortfall', () => {
  it('over two periods meets the condition once the second can be judged, with the figures as they stand', () => {
    const past = [...promised, ...delivered(1, '59.9'), ...delivered(2, '10')];
    expect(found('2024-10-28', ...past)).toEqual([]);
    expect(found('2024-10-29', ...past)).toEqual([
      {
        type: 'BreakConditionMet',
        businessDate: '2024-10-29',
        payload: { clause: 'B1', case: 1, breach: { kind: 'shortfall', periods: [period(1, 59_900), period(2, 10_000)] }, metOn: '2024-10-29' },
      },
    ]);
  });

  it('can be judged as soon as the return has come', () => {
    const past = [...promised, ...delivered(1, '10'), ...delivered(2, '10'), returnSubmitted(), returnSubmitted({ from: '2024-07-01', to: '2024-09-30', submittedOn: '2024-10-02' })];
    expect(found('2024-10-03', ...past)).toHaveLength(1);
  });

  it('of one period, or of two that do not follow each other, meets nothing', () => {
    expect(found('2024-10-29', ...promised, ...delivered(2, '60'))).toEqual([]);
    expect(found('2025-01-30', ...promised, ...delivered(2, '60'))).toEqual([]);
    expect(found('2025-05-01', ...promised, ...delivered(2, '60'))).toHaveLength(1);
  });

  it('is less than the share: exactly the share is enough', () => {
    expect(found('2024-10-29', ...promised, ...delivered(1, '60'), ...delivered(2, '0'))).toEqual([]);
    expect(found('2024-10-29', ...promised, ...delivered(1, '59.999'), ...delivered(2, '0'))).toHaveLength(1);
  });

  it('is never offset by more of another commitment', () => {
    const two = [...promised, commitmentMade('K2'), ...QUARTERS.map(([from, to]) => targetAgreed('100', from, to, 'K2'))];
    const past = [...two, ...delivered(1, '500', 'K2'), ...delivered(2, '500', 'K2')];
    const [met] = found('2024-10-29', ...past);
    expect(met).toMatchObject({ payload: { breach: { periods: [period(1, 100_000, { duePence: 200_000 }), period(2, 100_000, { duePence: 200_000 })] } } });
    // half of the one and all of the other are three quarters
    expect(found('2024-10-29', ...past, ...delivered(1, '50'), ...delivered(2, '50'))).toEqual([]);
  });

  it('of what has no value is judged by quantities', () => {
    const unvalued = [contractRegistered(), scheduleAgreed(), clause, commitmentMade('K1', { measure: aMeasure({ unitValue: null }) }), ...QUARTERS.map(([from, to]) => targetAgreed('90', from, to))];
    const [met] = found('2024-10-29', ...unvalued, ...delivered(1, '30'));
    const without = { duePence: 0, unvaluedDue: 1 };
    expect(met).toMatchObject({
      payload: { breach: { periods: [period(1, 0, { ...without, unvaluedPercent: '33.3333' }), period(2, 0, { ...without, unvaluedPercent: '0' })] } },
    });
  });

  it('counts a period for one case only, and begins anew after it', () => {
    const shortfall = { kind: 'shortfall' as const, periods: [period(1, 0), period(2, 0)] };
    const once = [...promised, conditionMet({ breach: shortfall, metOn: '2024-10-29' })];
    expect(found('2024-11-30', ...once)).toEqual([]);
    expect(found('2025-01-30', ...once)).toEqual([]);
    expect(found('2025-05-01', ...once)).toMatchObject([{ payload: { case: 2, breach: { periods: [period(3, 0), period(4, 0)] } } }]);
  });

  it('is not what the authority has not decided', () => {
    const waiting = deliveryReported({ report: 'D2', from: '2024-07-01', to: '2024-09-30', quantity: '1' });
    expect(found('2025-01-29', ...promised, waiting)).toEqual([]);
    const queried = [...promised, waiting, deliveryQueried('D2')];
    expect(found('2025-01-29', ...queried)).toEqual([]);
    const corrected = [...promised, ...delivered(2, '1'), deliveryCorrected('D2K1', { report: 'D2b', from: '2024-07-01', to: '2024-09-30', quantity: '2' })];
    expect(found('2025-01-29', ...corrected)).toEqual([]);
    expect(found('2025-01-29', ...corrected, deliveryValidated({ report: 'D2b', accepted: '2' }))).toHaveLength(1);
  });

  it('is not judged while a member waits for an answer to its question for more time', () => {
    expect(found('2024-10-29', ...promised, extensionAsked('2024-08-09'))).toEqual([]);
  });

  it('is not judged of targets of which a report tells together: nobody said how much belongs to which', () => {
    const both = [deliveryReported({ report: 'D9', from: '2024-04-01', to: '2024-09-30', quantity: '200' }), deliveryValidated({ report: 'D9', accepted: '200' })];
    expect(found('2024-10-29', ...promised, ...both)).toEqual([]);
    expect(found('2025-05-01', ...promised, ...both)).toMatchObject([{ payload: { breach: { periods: [period(3, 0), period(4, 0)] } } }]);
  });

  it('is not judged where that a return was missed was set aside, until it comes', () => {
    const setAside = [returnMissed(), missedReturnSetAside()];
    expect(found('2024-10-29', ...promised, ...setAside)).toEqual([]);
    expect(found('2024-10-29', ...promised, ...setAside, returnSubmitted({ submittedOn: '2024-09-02' }))).toHaveLength(1);
  });

  it('is not judged of what was due before the contract came on record', () => {
    const registered = fact(contractRegisteredEvent, '2024-04-01', { terms: contractTerms(), onRecordFrom: '2024-07-27' });
    expect(found('2024-10-29', registered, ...promised.slice(1))).toEqual([]);
    const inTime = fact(contractRegisteredEvent, '2024-04-01', { terms: contractTerms(), onRecordFrom: '2024-07-26' });
    expect(found('2024-10-29', inTime, ...promised.slice(1))).toHaveLength(1);
  });

  it('is not judged of a period in which the contract was suspended', () => {
    expect(found('2024-10-29', ...promised, contractSuspended('2024-06-20'), contractResumed('2024-06-21'))).toEqual([]);
  });

  it('is not what was carried forward, or is made good by a substitute', () => {
    const carried = shortfallCarriedForward('100', '2024-07-01', '2024-09-30', { from: '2024-10-01', to: '2024-12-31' });
    // nothing is due in the summer: it says nothing, and spring and autumn follow each other
    expect(found('2024-10-29', ...promised, carried)).toEqual([]);
    expect(found('2025-01-30', ...promised, carried)).toMatchObject([{ payload: { breach: { periods: [period(1, 0), period(3, 0, { duePence: 200_000 })] } } }]);
    const other = [...promised, commitmentMade('K2', { measure: aMeasure({ unitValue: '50' }) })];
    const substitute = substituteAgreed('50', '2024-07-01', '2024-09-30', { commitment: 'K2', from: '2024-10-01', to: '2024-12-31', quantity: '8' });
    expect(found('2024-10-29', ...other, ...delivered(2, '30'))).toHaveLength(1);
    // 30 of the 50 hours that are left are 60%
    expect(found('2024-10-29', ...other, ...delivered(2, '30'), substitute)).toEqual([]);
  });

  it('is judged by what the clause said on the last day of the period', () => {
    const stricter = breakClauseAgreed({
      condition: { kind: 'shortfall', belowPercent: '80', consecutivePeriods: 1 },
      since: '2024-08-01',
      change: { kind: 'variation', reason: 'Deed of variation 1' },
    });
    const past = [...promised, ...delivered(1, '70'), ...delivered(2, '70'), stricter];
    expect(found('2024-10-29', ...past)).toMatchObject([{ payload: { breach: { periods: [period(2, 70_000)] } } }]);
  });
});
