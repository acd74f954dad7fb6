import type { BreakClauseAnswer } from '#areas/break-clauses/index.js';
import { aCase, aCaseWithNotice, aClause, someTerms } from '../../../../test/support/break-clause-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { caseStateInWords, clockInWords } from './case-words.js';
import { clauseLines, CLAUSES_HEADER } from './clauses-file.js';
import { readClauses, type TypedClauses } from './list-break-clauses.asking.js';
import { listBreakClausesView } from './list-break-clauses.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const moment = { knownAt: undefined, on: '2026-05-19', position: 9, recordedAt: null };
const viewOf = (clauses: readonly BreakClauseAnswer[], typed: TypedClauses = {}, limit = 10) => listBreakClausesView({ frame, typed, errors: [], found: { moment, clauses }, limit });

describe('the page of break clauses', () => {
  it('says when each bites, and how its latest cases stand, the last first', () => {
    const cases = [aCase({ state: 'set aside' }), aCase({ number: 2, name: 'B1/2', state: 'waived' }), aCaseWithNotice({ number: 3, name: 'B1/3' }), aCase({ number: 4, name: 'B1/4' })];
    const [row] = viewOf([aClause({ cases })], { on: '19/5/2026' }).clauses!.rows;
    expect(row?.cells.slice(0, 3)).toEqual([
      { text: 'B1', href: '/authorities/fenmarch/break-clauses/B1?on=19%2F5%2F2026' },
      { text: 'C03: Befriending', href: '/authorities/fenmarch/contracts/C03' },
      { text: 'No return 10 working days after it was due' },
    ]);
    expect(row?.cells[3]?.more?.map(({ text }) => text)).toEqual([
      'B1/4, found on 15 May 2026',
      'Condition met, to be confirmed',
      'B1/3, found on 15 May 2026',
      'Clock running: time to put it right',
      'To be put right by 18 June 2026',
      'B1/2, found on 15 May 2026',
      'Waived',
      'and 1 earlier',
    ]);
  });

  it('says that a condition was never met, and in a sentence that there is no clause', () => {
    expect(viewOf([aClause()]).clauses?.rows[0]?.cells[3]?.text).toBe('None: its condition was never met');
    expect(viewOf([])).toMatchObject({ clauses: undefined, nothing: 'No break clause is on record.' });
    expect(viewOf([], { state: 'waived' }).nothing).toBe('No break clause is like that.');
  });

  it('never calls a breach what nobody has confirmed', () => {
    expect(caseStateInWords(aCase()).text).toBe('Condition met, to be confirmed');
    expect(JSON.stringify(viewOf([aClause({ cases: [aCase()] })]).clauses)).not.toMatch(/breach|fail/i);
  });

  it('warns that a day may move, and speaks of no time to put right what cannot be', () => {
    const { clock } = aCaseWithNotice();
    expect(clockInWords(aCaseWithNotice({ clock: { ...clock, putRightBy: { ...clock.putRightBy!, warning: 'Not known so far ahead.' } } }))).toBe('To be put right by 18 June 2026 (this day may still move)');
    const terms = { ...someTerms, remediable: false };
    const final = aCaseWithNotice({ terms, clock: { ...clock, putRightBy: null } });
    expect([caseStateInWords(final).text, clockInWords(final)]).toEqual(['Clock running: notice not yet served', 'May be invoked from 19 June 2026']);
    expect(caseStateInWords({ terms, state: 'may be invoked' }).text).toBe('May be invoked');
  });

  it('has words for an open case in a contract that has ended (bug: it may be invoked, said the page)', () => {
    const ended = aCaseWithNotice({ state: 'contract ended' });
    expect([caseStateInWords(ended).text, clockInWords(ended)]).toEqual(['Open, but the contract has ended', undefined]);
    expect(viewOf([], {}).form.selects[0]?.items.map(({ value }) => value)).toContain('contract ended');
    expect(readClauses({ state: 'contract ended' }).errors).toEqual([]);
  });

  it('offers clocks running before anything else, and goes on after the last one shown', () => {
    const view = viewOf([aClause(), aClause({ reference: 'B2' })], { state: 'time running' }, 1);
    expect(view.choices.map(({ text, current }) => [text, current])).toEqual([
      ['All clauses', false],
      ['Clocks running', true],
      ['To be confirmed', false],
      ['May be invoked', false],
    ]);
    expect(view.form.selects[0]?.items[1]).toEqual({ value: 'time running', text: 'Clock running: time to put it right', selected: true });
    expect(view.nextHref).toBe(`/authorities/fenmarch/break-clauses?state=time+running&after=${Buffer.from('["B1"]').toString('base64url')}`);
    expect(view.clauses?.csvHref).toBe('/authorities/fenmarch/break-clauses.csv?state=time+running&on=2026-05-19');
  });

  it('is a file too, a line for each case', () => {
    const lines = clauseLines(aClause({ cases: [aCaseWithNotice(), aCase()] }), moment);
    expect(lines.map((line) => line.length)).toEqual([CLAUSES_HEADER.length, CLAUSES_HEADER.length]);
    expect(lines[0]?.slice(11, 15)).toEqual(['2026-05-18', '2026-05-20', '2026-06-18', '2026-06-19']);
    expect(lines[1]?.slice(5, 8)).toEqual(['B1/1', 'Condition met, to be confirmed', '2026-05-15']);
    expect(clauseLines(aClause(), moment)[0]).toHaveLength(CLAUSES_HEADER.length);
  });
});

describe('a question for break clauses', () => {
  it('is by contract, condition and the state of a case', () => {
    expect(readClauses({ state: 'time running', condition: 'silence', contract: 'C03' })).toMatchObject({ which: { state: 'time running', condition: 'silence', contract: 'C03' }, errors: [] });
    expect(readClauses({ state: 'toString', condition: 'x' }).errors.map(({ field }) => field)).toEqual(['condition', 'state']);
  });
});
