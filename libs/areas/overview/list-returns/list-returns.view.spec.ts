import type { ObligationAnswer, ReturnsAnswer } from '#areas/obligations/index.js';
import { RETURN_STATES } from '#domain/contract/reporting/owed-returns.js';
import type { Frame } from '../page-frame/page-frame.js';
import { readReturns, type TypedReturns } from './list-returns.asking.js';
import { listReturnsView } from './list-returns.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const none = Object.fromEntries(RETURN_STATES.map((state) => [state, 0])) as ReturnsAnswer['counts'];
const owed: ObligationAnswer = {
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
  state: 'missed',
  extension: 'asked',
  metOn: null,
};
const viewOf = (items: readonly ObligationAnswer[], counts: Partial<ReturnsAnswer['counts']>, typed: TypedReturns = {}, limit = 10) =>
  listReturnsView({ frame, typed, errors: [], found: { moment: { knownAt: undefined, on: '2026-05-19', position: 9, recordedAt: null }, counts: { ...none, ...counts }, items }, limit });

describe('the page of returns', () => {
  it('counts them by state, as bars and as a table that opens each state', () => {
    const { byState } = viewOf([owed], { missed: 1, returned: 1_200 }, { contract: 'C03' });
    expect(byState?.title).toBe('Returns by state on 19 May 2026');
    expect(byState?.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Missed', '1'],
      ['Returned', '1,200'],
    ]);
    expect(byState?.table.total?.cells.map(({ text }) => text)).toEqual(['All', '1,201']);
    expect(byState?.table.rows[0]?.cells[1]?.href).toBe('/authorities/fenmarch/returns?state=missed&contract=C03#returns');
    expect(byState?.markup).toContain('<svg');
  });

  it('lists them, with what became of a request for more time', () => {
    const { returns } = viewOf([owed], { missed: 1 }, { state: 'missed' });
    expect(returns?.caption).toBe('Returns in the state “missed”, the earliest due first');
    expect(returns?.rows[0]?.cells.map(({ text }) => text)).toEqual([owed.what, 'Open Door (P03)', 'C03: Befriending', '30 April 2026', owed.why, 'Missed']);
    expect(returns?.rows[0]?.cells[5]?.more).toEqual([{ text: 'More time was asked for' }]);
    expect(returns?.csvHref).toBe('/authorities/fenmarch/returns.csv?state=missed&on=2026-05-19');
  });

  it('goes on where there are more, and says in a sentence that there are none', () => {
    expect(viewOf([owed, owed], { missed: 2 }, {}, 1).nextHref).toMatch(/^\/authorities\/fenmarch\/returns\?after=/);
    expect(viewOf([], {})).toMatchObject({ byState: undefined, returns: undefined, nothing: 'No return is outstanding.' });
    expect(viewOf([], {}, { state: 'all' }).nothing).toBe('No return is owed: no contract on record has a reporting schedule.');
    expect(viewOf([], { returned: 1 }, { state: 'missed' }).nothing).toBe('No return is like that.');
  });

  it('is asked by state, contract and provider', () => {
    expect(readReturns({ state: 'returned late', from: 'P03', contract: 'C03' }).which).toEqual({ from: 'P03', contract: 'C03', state: ['returned late'] });
    expect(readReturns({}).which.state).toEqual(['missed', 'overdue', 'due', 'open', 'suspended']);
    expect(readReturns({ state: 'all' }).which.state).toEqual([]);
    expect(readReturns({ state: 'done' }).errors.map(({ field }) => field)).toEqual(['state']);
  });
});
