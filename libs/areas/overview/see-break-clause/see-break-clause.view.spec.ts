import type { CaseAnswer } from '#areas/break-clauses/index.js';
import { aCase, aCaseWithNotice, aClause, someTerms } from '../../../../test/support/break-clause-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { caseView } from './case.view.js';
import { nextSteps } from './next-steps.js';
import { seeBreakClauseView } from './see-break-clause.view.js';
import { termsInWords } from './terms-in-words.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const moment = { knownAt: '2026-05-20', on: '2026-05-19', position: 9, recordedAt: null };
const lineOf = (one: CaseAnswer, key: string) => caseView(one, false).lines.find((line) => line.key === key)?.value;

describe('the page of a break clause', () => {
  it('says in plain words what the clause says, and leads to its contract and its timeline', () => {
    const { clause, title } = seeBreakClauseView({ frame, reference: 'B1', typed: {}, errors: [], found: { moment, clause: { ...aClause(), version: 3 } } });
    expect(title).toBe('Break clause B1');
    expect(clause).toMatchObject({
      summary: 'If no return comes, the council may end the contract.',
      contract: { text: 'C03: Befriending', href: '/authorities/fenmarch/contracts/C03' },
      timelineHref: '/authorities/fenmarch/contracts/C03/timeline?about=B1&knownAt=2026-05-20',
      cases: [],
    });
    expect(Object.fromEntries(clause!.lines.map(({ key, value }) => [key, value]))).toEqual({
      'When it bites': 'No return 10 working days after it was due',
      'Can it be put right?': 'Yes, within 20 working days from the day on which the notice counts as served',
      Notice: 'by first class post',
      'Counts as served': '2 working days after it is sent',
      'Who may decide': 'the head of procurement',
      'Notice is sent to': 'The Secretary, 1 High Street',
      Holds: 'from the start of the contract',
    });
  });

  it('keeps what it said before, and what it said when a case arose', () => {
    const clause = { ...aClause({ since: '2026-01-01', earlier: [{ since: null, terms: someTerms }], cases: [aCase(), aCase({ number: 2, name: 'B1/2' })] }), version: 3 };
    const view = seeBreakClauseView({ frame, reference: 'B1', typed: {}, errors: [], found: { moment, clause } }).clause!;
    expect(view.lines.find(({ key }) => key === 'Before that, from the start')?.value).toContain('When it bites: No return 10 working days after it was due');
    expect(view.cases.map(({ title }) => title)).toEqual(['Case B1/2', 'Case B1/1']);
    expect(view.cases[0]?.lines.some(({ key }) => key === 'What the clause said then')).toBe(true);
  });

  it('says what a clause leaves open, and counts as the clock does where it does not say when a notice is served (bug: the page said “the day on which it is sent”)', () => {
    const lines = termsInWords({ ...someTerms, remediable: false, noticeForm: '', deemedServiceWorkingDays: null, whoMayDecide: '' });
    expect(lines.slice(1).map(({ value }) => value)).toEqual([
      'No: once the notice counts as served, the clause may be invoked',
      'The clause does not say in which form',
      'The clause does not say when: counted as 2 working days after it is sent',
      'The clause does not say',
    ]);
  });
});

describe('a case', () => {
  it('that nobody has confirmed is a finding and no breach', () => {
    const { state, lines } = caseView(aCase(), false);
    expect(state).toEqual({ text: 'Condition met, to be confirmed', tag: 'yellow' });
    expect(lines.map(({ key }) => key)).toEqual(['What was found', 'How the same looks now', 'Confirmed', 'What may happen next', 'Publication by law', 'The authority’s rights']);
    expect(lineOf(aCase(), 'What was found')).toBe('No return had come from Open Door by the end of 14 May 2026.\nFound on 15 May 2026.');
    expect(lineOf(aCase(), 'Confirmed')).toBe('Nobody has confirmed it.');
    expect(lineOf(aCase(), 'The authority’s rights')).toContain('All rights stay reserved.');
  });

  it('says who confirmed it, what notice was served, and how each day was reached', () => {
    const one = aCaseWithNotice();
    expect(lineOf(one, 'Confirmed')).toBe('By Sam Osei on 18 May 2026: “Three reminders”');
    expect(lineOf(one, 'Notice')).toBe('Sent on 18 May 2026: by first class post, to 1 High Street');
    expect(lineOf(one, 'Counts as served')).toBe('20 May 2026: 2 working days after 18 May 2026.');
    expect(lineOf(one, 'To be put right by')).toBe('18 June 2026: 20 working days after 20 May 2026, passing over 25 May 2026 (Spring bank holiday).');
    expect(lineOf(one, 'May be invoked from')).toBe('19 June 2026: the day after the time to put it right has run out on 18 June 2026.');
    const far = { ...one.clock, putRightBy: { date: null, how: 'the clock stands still', warning: 'The day may still move.' } };
    expect(lineOf(aCaseWithNotice({ clock: far }), 'To be put right by')).toBe('Not known yet: the clock stands still.\nThe day may still move.');
    expect(lineOf(aCaseWithNotice({ notice: null }), 'Notice')).toBe('None has been served.');
  });

  it('tells of its plan, its remedies, and how it ended', () => {
    const one = aCaseWithNotice({
      plan: { agreedOn: '2026-05-21', steps: [{ step: 'Appoint a lead', by: '2026-06-01' }, { step: 'erased', by: '2026-06-08' }] },
      remedies: [
        { kind: 'credit', pence: 50_000, on: '2026-06-02', settles: false, words: 'Off the next invoice' },
        { kind: 'substitute delivery', pence: null, on: '2026-06-03', settles: true, words: null },
      ],
      putRight: { on: '2026-06-10', how: 'The return came' },
      waived: { on: '2026-06-11', words: 'For this quarter only' },
      invoked: { on: '2026-06-20', by: 'Ada Cole', decisionReference: 'Cabinet 4/26', reason: null },
    });
    expect(lineOf(one, 'Improvement plan')).toBe('Agreed on 21 May 2026:\nby 1 June 2026: “Appoint a lead”\nby 8 June 2026: the text was erased');
    expect(lineOf(one, 'Remedies')).toBe('Credit of £500.00 on 2 June 2026, which does not settle the breach: “Off the next invoice”\nSubstitute delivery on 3 June 2026, which settles the breach');
    expect(lineOf(one, 'Put right')).toBe('On 10 June 2026: “The return came”');
    expect(lineOf(one, 'Waived')).toBe('On 11 June 2026: “For this quarter only”');
    expect(lineOf(one, 'Invoked')).toBe('By Ada Cole on 20 June 2026, decision Cabinet 4/26');
    expect(lineOf(aCase({ state: 'set aside', rights: 'set aside', setAside: { on: '2026-05-16', reason: 'The portal was down' } }), 'Set aside')).toBe('On 16 May 2026: “The portal was down”');
  });

  it('that was put right is over, and no rights from it are reserved (bug: “All rights stay reserved”)', () => {
    const over = aCaseWithNotice({ state: 'put right', rights: 'put right', clock: { ...aCaseWithNotice().clock, invocableFrom: null } });
    expect(lineOf(over, 'The authority’s rights')).toBe('The breach is over: it was put right, and the authority accepts that it was. Its rights from any other breach, or a later one, are untouched.');
    expect(lineOf(over, 'May be invoked from')).toBeUndefined();
  });

  it('says what may have to be published by law, and why, or why nothing', () => {
    const due = { standing: 'may be due' as const, notice: 'UK9' as const, section: 'Procurement Act 2023, s.71(4)', event: 'not put right in the time that there was', happenedOn: '2026-06-19', by: '2026-07-18', why: 'If above the threshold.' };
    expect(lineOf(aCase({ statutoryFollowUp: [due] }), 'Publication by law')).toBe(
      'A notice UK9 may be due by 18 July 2026 under Procurement Act 2023, s.71(4): not put right in the time that there was, on 19 June 2026. If above the threshold.',
    );
    expect(lineOf(aCase(), 'Publication by law')).toBe('None due. Nothing follows from a condition that nobody has confirmed.');
  });
});

describe('what may happen next', () => {
  it.each<[string, CaseAnswer, string]>([
    ['a person decides', aCase(), 'confirms it or sets it aside with a reason. Under the clause it is for this person or body to decide: the head of procurement.'],
    ['without a notice no time runs', aCaseWithNotice({ state: 'confirmed', notice: null }), 'without a notice no time runs'],
    ['there is time until a day, and invoking is refused until the next', aCaseWithNotice(), 'From 19 June 2026 the clause may be invoked by a second authorised person'],
    ['nobody knows while it is suspended', aCaseWithNotice({ state: 'clock stands still' }), 'until then nobody knows'],
    ['somebody else may invoke it', aCaseWithNotice({ state: 'may be invoked' }), 'Since 19 June 2026 the clause may be invoked by a second authorised person, somebody else than Sam Osei'],
    ['that it was invoked ends nothing by itself', aCaseWithNotice({ state: 'invoked' }), 'That ends nothing by itself'],
    ['nobody may invoke it once the contract has ended', aCaseWithNotice({ state: 'contract ended' }), 'A remedy may still be applied'],
    ['the contract may end before it could be invoked', aCaseWithNotice({ clock: { ...aCaseWithNotice().clock, invocableFrom: null } }), 'The contract ends before the clause could be invoked because of this.'],
    ['nothing more, of what was waived', aCaseWithNotice({ state: 'waived' }), 'Nothing more follows from this case.'],
  ])('%s', (_name, one, words) => expect(nextSteps(one).join(' ')).toContain(words));

  it('says where the same would not meet the condition any more', () => {
    const { now } = aCase();
    expect(nextSteps(aCase({ now: { ...now, standing: 'not met' } })).join(' ')).toContain('would not meet the condition any more');
    expect(nextSteps(aCase({ now: { ...now, standing: 'cannot be judged' } })).join(' ')).toContain('cannot be judged at the moment');
  });
});
