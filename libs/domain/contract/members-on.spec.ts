import { contractRegistered, contractTerms, scheduleAgreed } from '../../../test/support/facts.js';
import { given } from '../../../test/support/given.js';
import { edition1 } from '../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../kernel/event.js';
import { fact } from './contract.js';
import { contractVaried, membersAgreed } from './events/index.js';
import { membersOn } from './members-on.js';
import { owedReturns } from './reporting/owed-returns.js';
import { workingCalendar } from './reporting/working-calendar.js';

const members = (since: string | undefined, ...providers: readonly string[]): NewEvent =>
  fact(membersAgreed, since ?? '2024-04-01', {
    members: providers.map((provider) => ({ provider, share: String(100 / providers.length) })),
    ...(since === undefined ? {} : { since }),
  });
const owedBy = (...past: readonly NewEvent[]) => {
  const { state } = given(contractRegistered({ endsOn: '2025-03-31' }), scheduleAgreed(), ...past);
  return owedReturns(state, workingCalendar(state, edition1)).map(({ provider, to }) => `${provider} ${to}`);
};

describe('The members of a contract', () => {
  it('owe the returns of the periods in which they were, and none of those before they joined', () => {
    expect(owedBy(members(undefined, 'P1', 'P2'), members('2025-01-10', 'P1', 'P3'))).toEqual([
      ...['P1 2024-06-30', 'P2 2024-06-30', 'P1 2024-09-30', 'P2 2024-09-30', 'P1 2024-12-31', 'P2 2024-12-31'],
      ...['P1 2025-03-31', 'P3 2025-03-31'],
    ]);
  });

  it('are the lead alone until others are agreed from a day on', () => {
    expect(owedBy(members('2024-10-01', 'P1', 'P2'))).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P1 2024-12-31', 'P2 2024-12-31', 'P1 2025-03-31', 'P2 2025-03-31']);
  });

  it('change with the lead, who owes nothing of what was due of the lead before', () => {
    const handedOver = fact(contractVaried, '2024-11-04', { terms: contractTerms({ lead: 'P9', endsOn: '2025-03-31' }), since: '2024-11-04', reason: 'The home was sold' });
    expect(owedBy(handedOver)).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P9 2024-12-31', 'P9 2025-03-31']);
  });

  it('replace all before them where it is not said from when they are', () => {
    const { state } = given(contractRegistered(), members('2024-10-01', 'P2'), members(undefined, 'P3'));
    expect(membersOn(state, '2024-05-01')).toEqual(['P3']);
    expect(membersOn(state, '2025-05-01')).toEqual(['P3']);
  });
});
