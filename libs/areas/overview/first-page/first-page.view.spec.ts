import { aRow, notValued, someKept, someTotals } from '../../../../test/support/totals-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import type { Overview } from './ask-overview.js';
import { coverageInWords } from './coverage-in-words.js';
import { firstPageView, momentInWords } from './first-page.view.js';
import { headlines } from './headline.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch Council', position: 1_204, recordedAt: '2026-05-20T13:05:00.000Z' },
  authority: { code: 'fenmarch', name: 'Fenmarch Council' },
  navigation: [],
  notices: [],
};

const years = [
  aRow({ year: '2024/25' }, { committed: 1, validated: 1 }),
  aRow({ year: '2025/26' }, { committed: 320_000_000, due: 320_000_000, validated: 191_234_567 }),
  aRow({ year: '2026/27' }, { committed: 5 }),
];

const overview = (over: Partial<Overview> = {}): Overview => ({
  byYear: someTotals({ rows: years }),
  kept: someKept(),
  year: '2025/26',
  completeYear: '2025/26',
  byTheme: someTotals({ by: ['theme'] }),
  byMoney: someTotals({ by: ['money'] }),
  byMeasure: someTotals({ by: ['measure'] }),
  beyondByYear: someTotals(),
  ...over,
});

const figuresOf = (over: Partial<Overview> = {}, typed = {}) =>
  firstPageView({ frame, typed, errors: [], overview: overview(over), measureNames: new Map([['M09', 'Carbon avoided']]) }).figures!;

describe('the headline', () => {
  it('says the share kept to date, and what was validated of what the latest full year owed', () => {
    const [kept, year] = headlines(overview());
    expect(kept).toMatchObject({ label: 'Kept of what was due by 20 May 2026', figure: '75.0%' });
    expect(kept?.exact).toEqual([{ text: '£300,000.00 kept of £400,000.00 due, each commitment by itself' }]);
    expect(`${year?.figure} ${year?.after}`).toBe('£1.9 million validated of £3.2 million due by 31 March 2026');
    expect(year?.exact).toEqual([
      { text: '£1,912,345.67 validated', href: '/authorities/fenmarch/trace/id-of-2025/26?figure=validated' },
      { text: '£3,200,000.00 committed', href: '/authorities/fenmarch/trace/id-of-2025/26?figure=committed' },
    ]);
  });

  it('never reads over-delivery as a share kept', () => {
    const rows = [aRow({ year: '2025/26' }, { committed: 190_000_000, validated: 350_000_000 })];
    const [kept, year] = headlines(overview({ byYear: someTotals({ rows }), kept: someKept({ overDelivery: 200_000_000, unvaluedDue: 3, unvaluedKept: 1 }) }));
    expect(`${year?.figure} ${year?.after}`).toBe('£3.5 million validated with £1.9 million due by 31 March 2026');
    expect(year?.exact.at(-1)?.text).toBe('Some commitments were exceeded; that makes good no shortfall of others');
    expect(kept?.exact.slice(1).map(({ text }) => text)).toEqual([
      '£2,000,000.00 was validated beyond what was due; it makes good no shortfall',
      'Of 3 commitments due without a money value, 1 was kept',
    ]);
  });

  it('counts commitments by number where none that is due has a value, and says when nothing is due', () => {
    const [unvalued] = headlines(overview({ kept: someKept({ percent: null, due: 0, kept: 0, unvaluedDue: 4, unvaluedKept: 3 }) }));
    expect(`${unvalued?.figure} ${unvalued?.after}`).toBe('3 of 4 commitments');
    expect(headlines(overview({ kept: someKept({ percent: null, due: 0, kept: 0 }) }))[0]?.figure).toBe('Nothing was due yet');
    expect(headlines(overview({ kept: { ...someKept(), rows: [] } }))[0]?.figure).toBe('Nothing was due yet');
  });

  it('has no year while none is over, or when the year has no money value', () => {
    expect(headlines(overview({ completeYear: undefined }))).toHaveLength(1);
    expect(headlines(overview({ byYear: someTotals({ rows: [aRow({ year: '2025/26' }, notValued)] }) }))).toHaveLength(1);
  });
});

describe('the figures of the first page', () => {
  it('show six by year and three behind, each opened in its own trace, with a file of the same moment', () => {
    const { byYear, behind } = figuresOf();
    expect(byYear.columns.map(({ heading }) => heading)).toEqual(['Year', 'Committed', 'Due', 'Reported', 'Evidenced', 'Validated', 'Additional']);
    expect(byYear.rows[1]?.cells[5]).toEqual({ text: '£1,912,346', href: '/authorities/fenmarch/trace/id-of-2025/26?figure=validated' });
    expect(byYear.csvHref).toBe('/authorities/fenmarch/totals.csv?by=year&yearBasis=delivered&knownAt=1204&dueOn=2026-05-20');
    expect(behind.columns.map(({ heading }) => heading)).toEqual(['Year', 'Not assessed', 'Under correction', 'Brought forward']);
  });

  it('show themes in one chart with its table, blank ones as not stated, and those without value as that', () => {
    const rows = [aRow({ theme: '' }, { committed: 100_000 }), aRow({ theme: 'Environment' }, notValued), aRow({ theme: 'Jobs' }, { committed: 1_234 })];
    const { byTheme } = figuresOf({ byTheme: someTotals({ by: ['theme'], rows }) });
    expect(byTheme?.table.rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text))).toEqual([
      ['(not stated)', '£1,000'],
      ['Environment', 'not valued'],
      ['Jobs', '£12'],
    ]);
    expect(byTheme?.table.rows[1]?.cells[1]?.href).toBeUndefined();
    expect(byTheme?.table.total?.cells[5]?.text).toBe('£1,912,346');
    expect(byTheme?.markup).toContain('(not stated)');
    expect(byTheme?.table.csvHref).toContain('where=year%3D2025%2F26');
  });

  it('keep cash, in kind and estimates apart, and what has no value out of money', () => {
    const rows = [aRow({ money: 'cash' }, { committed: 100 }), aRow({ money: 'estimate' }, { committed: 200 }), aRow({ money: 'in kind' }, { committed: 300 }), aRow({ money: 'none' }, notValued)];
    const { byMoney } = figuresOf({ byMoney: someTotals({ by: ['money'], rows }) });
    expect(byMoney?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['Cash spent', 'In kind, at cost', 'Estimate (proxy values)']);
    expect(byMoney?.total).toBeUndefined();
  });

  it('count measures without value in their own units', () => {
    const line = { measure: 'M09', unit: 'tonne CO2e', ...Object.fromEntries(Object.keys(notValued).map((figure) => [figure, '1234.50'])) };
    const rows = [aRow({ measure: 'M01' }, { committed: 100 }), aRow({ measure: 'M09' }, notValued, { quantities: [line as never] })];
    const { unvalued } = figuresOf({ byMeasure: someTotals({ by: ['measure'], rows }) });
    expect(unvalued?.rows.map(({ cells }) => cells.slice(0, 3).map(({ text }) => text))).toEqual([['Carbon avoided', 'tonne CO2e', '1,234.5']]);
  });

  it('offer every year, and keep what was asked', () => {
    const { years: offered } = figuresOf({}, { knownAt: '31/3/2026', year: '2025/26' });
    expect(offered.map(({ text, current }) => [text, current])).toEqual([
      ['2024/25', false],
      ['2025/26', true],
      ['2026/27', false],
    ]);
    expect(offered[0]?.href).toBe('/authorities/fenmarch?knownAt=31%2F3%2F2026&year=2024%2F25#by-theme-of-a-year');
  });

  it('are absent while nothing is recorded, or the form is wrong', () => {
    expect(firstPageView({ frame, typed: {}, errors: [], overview: overview({ byYear: someTotals({ position: 0 }) }), measureNames: new Map() }).figures).toBeUndefined();
    const errors = [{ field: 'knownAt', text: 'No', href: '#knownAt' }];
    const { figures, form } = firstPageView({ frame, typed: { knownAt: 'soon' }, errors, overview: undefined, measureNames: new Map() });
    expect(figures).toBeUndefined();
    expect(form.fields[0]).toMatchObject({ id: 'knownAt', value: 'soon', error: 'No' });
  });
});

describe('what stands beside the figures', () => {
  it('says at which moment they are known', () => {
    expect(momentInWords(someTotals())).toEqual(['As known at entry 1,204, recorded on 20 May 2026 at 2:05pm.', '“Due” is taken on 20 May 2026.']);
    expect(momentInWords(someTotals({ knownAt: '2026-05-31', deliveredTo: '2026-03-31', yearBasis: 'posted' }))).toEqual([
      'As known at the end of 31 May 2026, which is entry 1,204, recorded on 20 May 2026 at 2:05pm.',
      'Delivered to 31 March 2026: but for “committed”, only periods that ended by then are counted.',
      'By the year that changes were posted to: the figures of closed years never move, and late evidence shows in a later year.',
    ]);
  });

  it('says what part of the contracts they cover, by number and by value', () => {
    const { coverage } = someTotals();
    expect(coverageInWords(coverage, '2025/26')).toEqual({
      scope: '12 contracts ran in 2025/26, together worth £40.0 million over their lives. Of these:',
      parts: [
        '11 of 12 (75.0% by contract value) have commitments recorded',
        '1 of 12 (0.0% by contract value) has every return that was due, from every member',
        '9 of 12 (25.0% by contract value) have no delivery report waiting for a decision',
      ],
      perPound: 'For each £1 of contract value, 6.25p was validated.',
    });
    expect(coverageInWords({ ...coverage, contracts: 0 }, '2025/26')).toEqual({ scope: 'No contract ran in 2025/26.', parts: [], perPound: undefined });
    expect(coverageInWords({ ...coverage, contracts: 0 }, undefined).scope).toBe('No contract is recorded.');
  });
});
