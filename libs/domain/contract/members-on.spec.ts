import type { z } from 'zod';
import { contractRegistered, contractTerms, scheduleAgreed } from '../../../test/support/facts.js';
import { given } from '../../../test/support/given.js';
import { edition1 } from '../authority/bank-holidays/bank-holidays.js';
import type { NewEvent } from '../kernel/event.js';
import type { change } from './change.js';
import { fact } from './contract.js';
import { contractVaried, membersAgreed } from './events/index.js';
import { membersOn } from './members-on.js';
import { owedReturns } from './reporting/owed-returns.js';
import { workingCalendar } from './reporting/working-calendar.js';

type Change = z.infer<typeof change>;

const members = (since: string | undefined, ...said: readonly (string | Change)[]): NewEvent => {
  const providers = said.filter((one) => typeof one === 'string');
  const [change] = said.filter((one) => typeof one !== 'string');
  return fact(membersAgreed, since ?? '2024-04-01', {
    members: providers.map((provider) => ({ provider, share: String(100 / providers.length) })),
    ...(since === undefined ? {} : { since }),
    ...(change ? { change } : {}),
  });
};
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

  it('changed twice on one day still were who they were before that day (bug: the first of the two were)', () => {
    expect(owedBy(members(undefined, 'P1'), members('2024-11-04', 'P2'), members('2024-11-04', 'P3'))).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P3 2024-12-31', 'P3 2025-03-31']);
    const led = (lead: string) => fact(contractVaried, '2024-11-04', { terms: contractTerms({ lead, endsOn: '2025-03-31' }), since: '2024-11-04', reason: 'The home was sold' });
    expect(owedBy(led('P8'), led('P9'))).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P9 2024-12-31', 'P9 2025-03-31']);
  });

  it('who were typed wrong never were, and owe nothing (bug: they owed what was due before the day as it was corrected)', () => {
    const error = { kind: 'entry error', reason: 'Typed in the wrong line' } as const;
    expect(owedBy(members(undefined, 'P1'), members('2024-07-10', 'P2'), members('2024-11-04', error, 'P3'))).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P3 2024-12-31', 'P3 2025-03-31']);
    expect(owedBy(members(undefined, 'P2'), members('2024-11-04', error, 'P3'))).toEqual(['P1 2024-06-30', 'P1 2024-09-30', 'P3 2024-12-31', 'P3 2025-03-31']);
  });

  it('replace all before them where it is not said from when they are', () => {
    const { state } = given(contractRegistered(), members('2024-10-01', 'P2'), members(undefined, 'P3'));
    expect(membersOn(state, '2024-05-01')).toEqual(['P3']);
    expect(membersOn(state, '2025-05-01')).toEqual(['P3']);
  });
});
