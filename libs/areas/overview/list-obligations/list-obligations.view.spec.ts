import type { ObligationAnswer } from '#areas/obligations/index.js';
import type { Frame } from '../page-frame/page-frame.js';
import { readObligations, type TypedObligations } from './list-obligations.asking.js';
import { listObligationsView } from './list-obligations.view.js';
import { OUTSTANDING } from './obligation-words.js';
import { obligationsFile } from './obligations-file.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const moment = { knownAt: undefined, on: '2026-05-19', position: 9, recordedAt: null };
const obligation = (over: Partial<ObligationAnswer> = {}): ObligationAnswer => ({
  id: 'return/C03/P03/2026-01-01',
  kind: 'return',
  what: 'Return for 1 January 2026 to 31 March 2026',
  contract: 'C03',
  contractTitle: 'Befriending',
  from: { reference: 'P03', name: 'Open Door' },
  period: { from: '2026-01-01', to: '2026-03-31' },
  about: '',
  dueOn: '2026-04-30',
  why: '20 working days after 31 March 2026 (the end of the period).',
  warning: null,
  state: 'overdue',
  extension: null,
  metOn: null,
  ...over,
});
const viewOf = (obligations: readonly ObligationAnswer[], typed: TypedObligations = {}, limit = 10) =>
  listObligationsView({ frame, typed, errors: [], found: { moment, obligations }, limit });

describe('the page of what is due', () => {
  it('says of each what, from whom, under which contract, when, why on that day, and how it stands', () => {
    const [row] = viewOf([obligation()]).obligations!.rows;
    expect(row?.cells.map(({ text }) => text)).toEqual([
      'Return for 1 January 2026 to 31 March 2026',
      'Open Door (P03)',
      'C03: Befriending',
      '30 April 2026',
      '20 working days after 31 March 2026 (the end of the period).',
      'Overdue',
    ]);
    expect(row?.cells[1]?.href).toBe('/authorities/fenmarch/obligations?from=P03');
    expect(row?.cells[2]?.href).toBe('/authorities/fenmarch/contracts/C03');
    expect(row?.cells[5]?.tag).toBe('orange');
  });

  it('says that the authority owes something too, that a day may move, and when something was met', () => {
    const rows = viewOf([
      obligation({ from: null, kind: 'review a report', state: 'done late', metOn: '2026-05-06' }),
      obligation({ warning: 'Bank holidays are not known that far ahead.' }),
      obligation({ dueOn: null, state: 'suspended' }),
      obligation({ extension: 'granted', state: 'returned', metOn: '2026-05-02' }),
    ]).obligations!.rows;
    expect(rows[0]?.cells[1]).toEqual({ text: 'The authority itself', href: '/authorities/fenmarch/obligations?from=authority' });
    expect(rows[0]?.cells[5]).toMatchObject({ text: 'Done late', more: [{ text: 'Done on 6 May 2026' }] });
    expect(rows[1]?.cells[3]).toEqual({ text: '30 April 2026', more: [{ text: 'This day may still move' }] });
    expect(rows[1]?.cells[4]?.more).toEqual([{ text: 'Bank holidays are not known that far ahead.' }]);
    expect(rows[2]?.cells[3]?.text).toBe('Not known while the contract is suspended');
    expect(rows[3]?.cells[5]?.more).toEqual([{ text: 'Came on 2 May 2026' }, { text: 'More time was given' }]);
  });

  it('goes on after the last one shown, with the same question, and gives all of it as a file of the same day', () => {
    const view = viewOf([obligation(), obligation({ id: 'b' })], { state: 'overdue', after: 'x' }, 1);
    expect(view.obligations?.rows).toHaveLength(1);
    expect(view.firstHref).toBe('/authorities/fenmarch/obligations?state=overdue');
    const after = new URL(view.nextHref!, 'http://host').searchParams.get('after')!;
    expect(JSON.parse(Buffer.from(after, 'base64url').toString())).toEqual(['2026-04-30', 'return/C03/P03/2026-01-01']);
    expect(view.obligations?.csvHref).toBe('/authorities/fenmarch/obligations.csv?state=overdue&on=2026-05-19');
  });

  it('says in a sentence that nothing is there', () => {
    expect(viewOf([])).toMatchObject({ obligations: undefined, nothing: 'Nothing is outstanding.' });
    expect(viewOf([], { from: 'P9' }).nothing).toContain('Nothing like that is due.');
    expect(viewOf([], { state: 'all' }).nothing).toContain('no contract on record asks for returns');
  });

  it('marks which of the few questions is asked', () => {
    const current = (typed: TypedObligations) => viewOf([], typed).choices.filter(({ current: is }) => is).map(({ text }) => text);
    expect([current({}), current({ from: 'authority' }), current({ state: 'all' }), current({ kind: 'return' })]).toEqual([['Outstanding'], ['Due from the authority itself'], ['Everything, met or not'], []]);
  });

  it('is a file too', async () => {
    const [, line] = (await obligationsFile([obligation({ from: null, about: 'R1' })], { ...moment, knownAt: '2026-05-20' })).toString('utf8').split('\r\n');
    expect(line).toBe(
      'Return for 1 January 2026 to 31 March 2026,return,authority,,C03,Befriending,2026-01-01,2026-03-31,R1,2026-04-30,20 working days after 31 March 2026 (the end of the period).,,Overdue,,,2026-05-19,2026-05-20',
    );
  });
});

describe('a question for obligations', () => {
  it('is for what is outstanding, for everything, or for one state', () => {
    expect(readObligations({}).which).toEqual({ from: undefined, contract: undefined, kind: [], state: OUTSTANDING });
    expect(readObligations({ state: 'all', kind: 'return' }).which).toMatchObject({ kind: ['return'], state: [] });
    expect(readObligations({ state: 'done late', from: 'authority' }).which).toMatchObject({ from: 'authority', state: ['done late'] });
  });

  it('is refused at its fields', () => {
    expect(readObligations({ state: 'toString', kind: 'gift', on: 'x' }).errors.map(({ field }) => field)).toEqual(['state', 'kind', 'on']);
  });
});
