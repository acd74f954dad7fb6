import type { AtRiskAnswer, BreakClauseAnswer, CaseAnswer } from '#areas/break-clauses/index.js';

const condition = { kind: 'silence' as const, belowPercent: null, consecutivePeriods: null, workingDaysLate: 10, sentence: 'No return 10 working days after it was due' };
const openDoor = { reference: 'P03', name: 'Open Door' };
const period = { from: '2026-01-01', to: '2026-03-31' };

/** What an example of a break clause says. */
export const someTerms: CaseAnswer['terms'] = {
  condition,
  timeToPutRightWorkingDays: 20,
  remediable: true,
  noticeForm: 'by first class post',
  deemedServiceWorkingDays: 2,
  whoMayDecide: 'the head of procurement',
};

/** An example of a case: a return did not come, and nobody has looked at it yet. */
export function aCase(over: Partial<CaseAnswer> = {}): CaseAnswer {
  return {
    number: 1,
    name: 'B1/1',
    metOn: '2026-05-15',
    terms: someTerms,
    breach: { kind: 'silence', provider: openDoor, period, dueOn: '2026-04-30', silentThrough: '2026-05-14', extended: false, extensionRefused: false, remindersDelivered: 0 },
    sentence: 'No return had come from Open Door by the end of 14 May 2026.',
    now: { kind: 'silence', standing: 'met', dueOn: '2026-04-30', submittedOn: null, extension: null, setAside: false, sentence: 'As of 19 May 2026 the same would meet the condition.' },
    state: 'to be confirmed',
    rights: 'reserved',
    clock: { deemedServed: null, putRightBy: null, invocableFrom: null },
    setAside: null,
    confirmed: null,
    notice: null,
    plan: null,
    putRight: null,
    waived: null,
    remedies: [],
    invoked: null,
    statutoryFollowUp: [{ standing: 'none', notice: null, section: null, event: null, happenedOn: null, by: null, why: 'Nothing follows from a condition that nobody has confirmed.' }],
    ...over,
  };
}

/** The same once a person confirmed it and a notice was sent. */
export function aCaseWithNotice(over: Partial<CaseAnswer> = {}): CaseAnswer {
  return aCase({
    state: 'time running',
    confirmed: { on: '2026-05-18', by: 'Sam Osei', reason: 'Three reminders' },
    notice: { form: 'by first class post', sentOn: '2026-05-18', address: '1 High Street', reason: null },
    clock: {
      deemedServed: { date: '2026-05-20', how: '2 working days after 18 May 2026', warning: null },
      putRightBy: { date: '2026-06-18', how: '20 working days after 20 May 2026, passing over 25 May 2026 (Spring bank holiday)', warning: null },
      invocableFrom: { date: '2026-06-19', how: 'the day after the time to put it right has run out on 18 June 2026', warning: null },
    },
    ...over,
  });
}

export function aClause(over: Partial<BreakClauseAnswer> = {}): BreakClauseAnswer {
  return {
    reference: 'B1',
    contract: { reference: 'C03', title: 'Befriending' },
    summary: 'If no return comes, the council may end the contract.',
    ...someTerms,
    noticeAddress: 'The Secretary, 1 High Street',
    since: null,
    earlier: [],
    cases: [],
    ...over,
  };
}

/** An example of a return that would be missed. */
export function someRisk(over: Partial<AtRiskAnswer> = {}): AtRiskAnswer {
  return {
    clause: 'B1',
    contract: { reference: 'C03', title: 'Befriending' },
    condition,
    provider: openDoor,
    commitment: null,
    period,
    periods: [],
    dueOn: '2026-04-30',
    sentence: 'The return of Open Door was due on 30 April 2026 and has not come.',
    lacking: { pence: null, quantities: [], return: true },
    waiting: [],
    decidedBy: '2026-05-14',
    ...over,
  };
}
