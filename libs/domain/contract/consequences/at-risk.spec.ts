import * as facts from '../../../../test/support/facts.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import { fold } from '../../kernel/decider.js';
import type { NewEvent } from '../../kernel/event.js';
import { contractEvolution } from '../contract.js';
import { atRisk } from './at-risk.js';

const Q1 = { from: '2024-04-01', to: '2024-06-30' };
const Q2 = { from: '2024-07-01', to: '2024-09-30' };

/** What is at risk of B1 on a day, after what happened. */
function riskOn(today: string, events: readonly NewEvent[]) {
  const state = fold(contractEvolution, [facts.contractRegistered(), facts.scheduleAgreed(), ...events]);
  return atRisk(state, state.breakClauses['B1']!, { today, bankHolidays: edition1 });
}

/** So many hours at £10 were delivered in a period, and validated, unless they wait. */
const delivered = (report: string, quantity: string, period: typeof Q1, waits = false): NewEvent[] => [
  facts.deliveryReported({ report, quantity, ...period }),
  ...(waits ? [] : [facts.deliveryValidated({ report, accepted: quantity })]),
];

describe('At risk of a shortfall: below 60% for two consecutive quarters', () => {
  const shortfall = (consecutivePeriods = 2) => facts.breakClauseAgreed({ condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods } });
  /** £500 are due in each quarter; £100 were validated in the first. */
  const promised = [facts.commitmentMade(), facts.targetAgreed('50', Q1.from, Q1.to), facts.targetAgreed('50', Q2.from, Q2.to)];
  const begun = [shortfall(), ...promised, ...delivered('D1', '10', Q1), facts.returnSubmitted()];

  it('is the running quarter, as it stands, after one that was short', () => {
    expect(riskOn('2024-08-20', [...begun, ...delivered('D2', '20', Q2), ...delivered('D3', '15', Q2, true)])).toEqual([
      {
        ...{ kind: 'shortfall', clause: 'B1', condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 }, ...Q2, decidedBy: '2024-09-30' },
        periods: [
          { ...Q1, duePence: 50_000, keptPence: 10_000, unvaluedDue: 0, unvaluedPercent: null },
          { ...Q2, duePence: 50_000, keptPence: 20_000, unvaluedDue: 0, unvaluedPercent: null },
        ],
        // 60% of £500 are £300
        ...{ lackingPence: 10_000, lackingQuantities: [], waiting: ['D3'] },
      },
    ]);
  });

  it('is nothing once enough is validated in it', () => {
    expect(riskOn('2024-08-20', [...begun, ...delivered('D2', '29.99', Q2)])).toMatchObject([{ lackingPence: 10 }]);
    expect(riskOn('2024-08-20', [...begun, ...delivered('D2', '30', Q2)])).toEqual([]);
  });

  it('is nothing while the first of the two quarters runs, or where enough was kept in it', () => {
    expect(riskOn('2024-06-30', begun)).toEqual([]);
    expect(riskOn('2024-08-20', [...begun, ...delivered('D2', '40', Q1)])).toEqual([]);
  });

  it('is nothing in a quarter of which the contract is suspended', () => {
    expect(riskOn('2024-08-20', [...begun, facts.contractSuspended('2024-08-01')])).toEqual([]);
  });

  it('is also a quarter that has ended and cannot be judged yet, and not one that has met the condition', () => {
    const one = [shortfall(1), ...promised, ...delivered('D1', '10', Q1)];
    // its return is due on 26 July
    expect(riskOn('2024-07-05', one)).toMatchObject([{ ...Q1, lackingPence: 20_000, decidedBy: '2024-06-30' }, { ...Q2, lackingPence: 30_000 }]);
    expect(riskOn('2024-08-20', one)).toMatchObject([Q2]);
  });

  it('is nothing of quarters that a case stands for already', () => {
    const period = { ...Q1, duePence: 50_000, keptPence: 10_000, unvaluedDue: 0, unvaluedPercent: null };
    const met = facts.conditionMet({ breach: { kind: 'shortfall', periods: [period] } });
    expect(riskOn('2024-08-20', [...begun, met])).toEqual([]);
  });

  it('names what targets without a value lack', () => {
    const measure = facts.aMeasure({ unit: 'fair', money: 'none', unitValue: null });
    const unvalued = [shortfall(1), facts.commitmentMade('K1', { measure }), facts.targetAgreed('4', Q1.from, Q1.to), ...delivered('D1', '1', Q1)];
    expect(riskOn('2024-05-20', unvalued)).toMatchObject([
      { periods: [{ ...Q1, duePence: 0, unvaluedDue: 1, unvaluedPercent: '25' }], lackingPence: null, lackingQuantities: [{ commitment: 'K1', quantity: 3_000_000n }] },
    ]);
  });
});

describe('At risk of silence: no return ten working days after it was due', () => {
  const clause = facts.breakClauseAgreed();
  const days = (events: readonly NewEvent[], ...on: string[]) => on.map((day) => riskOn(day, [clause, ...events]).map(({ decidedBy }) => decidedBy));

  it('is a return that is overdue, until the condition is met', () => {
    expect(riskOn('2024-07-27', [clause])).toEqual([
      { kind: 'silence', clause: 'B1', condition: { kind: 'silence', workingDaysLate: 10 }, provider: 'P1', ...Q1, dueOn: '2024-07-26', waiting: [], decidedBy: '2024-08-09' },
    ]);
    expect(days([], '2024-07-26', '2024-08-09', '2024-08-10')).toEqual([[], ['2024-08-09'], []]);
  });

  it('is no return that came, that may still come, or that was set aside', () => {
    expect(days([facts.returnSubmitted({ submittedOn: '2024-08-01' })], '2024-08-05')).toEqual([[]]);
    expect(days([facts.extensionAsked()], '2024-08-05')).toEqual([[]]);
    expect(days([facts.returnMissed(), facts.missedReturnSetAside()], '2024-08-05')).toEqual([[]]);
  });

  it('goes by the later day that was given', () => {
    expect(days([facts.dueDateExtended('2024-08-09')], '2024-08-09', '2024-08-12')).toEqual([[], ['2024-08-23']]);
  });

  it('counts from a refusal that came late, as the condition does (it was no risk any more before it could be met)', () => {
    const refused = facts.extensionRefused();
    const late: NewEvent = { ...refused, payload: { ...refused.payload, refusedOn: '2024-10-01' } };
    expect(days([facts.extensionAsked(), late], '2024-10-02', '2024-10-15', '2024-10-16')).toEqual([['2024-10-15'], ['2024-10-15'], []]);
  });
});

describe('At risk of missing a critical commitment', () => {
  const clause = facts.breakClauseAgreed({ condition: { kind: 'critical commitment missed' } });
  const promised = [clause, facts.commitmentMade('K1', { critical: true }), facts.targetAgreed('40', Q1.from, Q1.to), facts.targetAgreed('40', Q2.from, Q2.to)];

  it('is a target of the running quarter that is not reached', () => {
    const found = riskOn('2024-06-01', [...promised, ...delivered('D1', '10', Q1)]);
    expect(found).toEqual([
      {
        ...{ kind: 'critical commitment missed', clause: 'B1', condition: { kind: 'critical commitment missed' }, commitment: 'K1', ...Q1 },
        ...{ due: 40_000_000n, validated: 10_000_000n, lacking: 30_000_000n, waiting: [], decidedBy: '2024-06-30' },
      },
    ]);
    expect(riskOn('2024-06-01', [...promised, ...delivered('D1', '40', Q1)])).toEqual([]);
  });

  it('is none of days after the contract was ended', () => {
    expect(riskOn('2024-06-25', [...promised, facts.contractTerminated('2024-06-20')])).toEqual([]);
    expect(riskOn('2024-07-10', [...promised, facts.contractTerminated('2024-06-20')])).toEqual([]);
  });

  it('is one that has ended until it is judged', () => {
    const some = [...promised, ...delivered('D1', '10', Q1)];
    expect(riskOn('2024-07-05', some)).toMatchObject([Q1, Q2]);
    expect(riskOn('2024-07-15', [...some, facts.returnSubmitted()])).toMatchObject([Q2]);
    expect(riskOn('2024-07-15', [...some, ...delivered('D2', '30', Q1, true), facts.returnSubmitted()])).toMatchObject([{ ...Q1, waiting: ['D2'] }, Q2]);
  });
});
