import * as facts from '../../../../test/support/facts.js';
import { edition1 } from '../../authority/bank-holidays/bank-holidays.js';
import { fold } from '../../kernel/decider.js';
import type { NewEvent } from '../../kernel/event.js';
import { contractEvolution } from '../contract.js';
import { breachNow } from './breach-now.js';

const Q1 = { from: '2024-04-01', to: '2024-06-30' };
const Q2 = { from: '2024-07-01', to: '2024-09-30' };

/** What the first case of B1 looks like in mid November. */
function now(events: readonly NewEvent[]) {
  const state = fold(contractEvolution, [facts.contractRegistered(), facts.scheduleAgreed(), ...events]);
  return breachNow(state, state.breakClauses['B1']!.cases[0]!, { today: '2024-11-15', bankHolidays: edition1, remindersDelivered: () => 0 });
}

const delivered = (report: string, quantity: string, period: typeof Q1): NewEvent[] => [
  facts.deliveryReported({ report, quantity, ...period }),
  facts.deliveryValidated({ report, accepted: quantity }),
];

const validationWithdrawn: NewEvent = { type: 'ValidationWithdrawn', businessDate: '2024-11-10', payload: { commitment: 'K1', report: 'D1', reason: 'The sheet was another project’s' } };

describe('What a shortfall looks like now', () => {
  const period = (over: object) => ({ duePence: 50_000, keptPence: 0, unvaluedDue: 0, unvaluedPercent: null, ...Q1, ...over });
  const breach = { kind: 'shortfall' as const, periods: [period({ keptPence: 10_000 }), period({ ...Q2, keptPence: 20_000 })] };
  /** £100 and £200 of £500 each were validated. */
  const happened = [
    facts.breakClauseAgreed({ condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 } }),
    ...[facts.commitmentMade(), facts.targetAgreed('50', Q1.from, Q1.to), facts.targetAgreed('50', Q2.from, Q2.to)],
    ...[...delivered('D1', '10', Q1), ...delivered('D2', '20', Q2)],
    ...[facts.returnSubmitted(), facts.returnSubmitted({ ...Q2, submittedOn: '2024-10-10' })],
    facts.conditionMet({ breach, metOn: '2024-10-30' }),
  ];

  it('is what it was while nothing changed', () => {
    expect(now(happened)).toEqual({
      ...{ kind: 'shortfall', standing: 'met' },
      periods: [period({ keptPence: 10_000, waiting: [] }), period({ ...Q2, keptPence: 20_000, waiting: [] })],
    });
  });

  it('cannot be judged while a validation that was withdrawn waits', () => {
    expect(now([...happened, validationWithdrawn])).toMatchObject({ standing: 'cannot be judged', periods: [{ keptPence: 0, waiting: ['D1'] }, { keptPence: 20_000, waiting: [] }] });
  });

  it('would not meet the condition once enough is validated in one of the periods', () => {
    expect(now([...happened, ...delivered('D3', '20', Q1)])).toMatchObject({ standing: 'not met', periods: [{ keptPence: 30_000 }, { keptPence: 20_000 }] });
  });
});

describe('What a silence looks like now', () => {
  const happened = [facts.breakClauseAgreed(), facts.returnMissed(), facts.conditionMet()];

  it('stays one, whether or not the return came afterwards', () => {
    expect(now(happened)).toMatchObject({ standing: 'met', owed: { dueOn: '2024-07-26', submitted: undefined } });
    expect(now([...happened, facts.returnSubmitted({ submittedOn: '2024-08-20' })])).toMatchObject({ standing: 'met', owed: { submitted: { submittedOn: '2024-08-20' } } });
  });

  it('is none where the return had come in time, or was set aside', () => {
    expect(now([...happened, facts.returnSubmitted({ submittedOn: '2024-08-09' })])).toMatchObject({ standing: 'not met' });
    expect(now([...happened, facts.missedReturnSetAside()])).toMatchObject({ standing: 'not met', owed: { missed: { setAside: true } } });
  });
});

describe('What a critical commitment that was missed looks like now', () => {
  const breach = { kind: 'critical commitment missed' as const, commitment: 'K1', ...Q1, due: '40', validated: '10' };
  const happened = [
    facts.breakClauseAgreed({ condition: { kind: 'critical commitment missed' } }),
    ...[facts.commitmentMade('K1', { critical: true }), facts.targetAgreed('40', Q1.from, Q1.to), ...delivered('D1', '10', Q1)],
    ...[facts.returnSubmitted(), facts.conditionMet({ breach })],
  ];

  it('is missed still, until the rest is validated', () => {
    expect(now(happened)).toEqual({ kind: 'critical commitment missed', standing: 'met', item: { due: 40_000_000n, validated: 10_000_000n, waiting: [] } });
    expect(now([...happened, ...delivered('D2', '30', Q1)])).toMatchObject({ standing: 'not met', item: { validated: 40_000_000n } });
  });

  it('cannot be judged while a line of it waits', () => {
    expect(now([...happened, validationWithdrawn])).toMatchObject({ standing: 'cannot be judged', item: { validated: 0n, waiting: ['D1'] } });
  });

  it('is nothing once the commitment was withdrawn', () => {
    const withdrawn: NewEvent = { type: 'CommitmentWithdrawn', businessDate: '2024-11-01', payload: { commitment: 'K1', reason: 'Agreed to be given up' } };
    expect(now([...happened, withdrawn])).toEqual({ kind: 'critical commitment missed', standing: 'not met', item: null });
  });
});
