import type { Total, TracedEntry } from '#areas/totals/index.js';
import { aRow, notValued } from '../../../../test/support/totals-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { AT_A_TIME, gatherEntries } from './gather-entries.js';
import { isOfFigure } from './of-figure.js';
import { traceFigureView } from './trace-figure.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const total: Total = {
  authority: 'fenmarch',
  position: 1_204,
  by: ['theme'],
  key: [''],
  where: [
    { dimension: 'year', values: ['2025/26'] },
    { dimension: 'contract-basis', values: ['contract'] },
  ],
  yearBasis: 'delivered',
  deliveredTo: null,
  dueOn: '2026-05-20',
};

const entry = (position: number, pence: number | null, figure = 'validated'): TracedEntry => ({
  answer: {
    id: `e${position}`,
    position,
    eventId: `event-${position}`,
    event: 'DeliveryValidated',
    recordedAt: '2026-05-20T12:00:00.000Z',
    contract: 'C/1',
    commitment: 'K01',
    provider: 'P01',
    period: { from: '2025-04-01', to: '2025-04-01' },
    postedYear: '2025/26',
    figure,
    pence,
    quantity: '1.50',
  },
  cursor: { position, commitment: 'K01', entry: '1' },
});

const viewOf = (over: Partial<Parameters<typeof traceFigureView>[0]>) =>
  traceFigureView({ frame, id: 'T', total, row: aRow({ theme: '' }, { validated: 300 }), figure: 'validated', entries: [entry(1, 100), entry(2, 200)], limit: 2, begins: true, ...over });

describe('the trace of a figure', () => {
  it('says what is counted, and that its entries add up to it', () => {
    const view = viewOf({});
    expect(view.amount).toBe('£3.00');
    expect(view.about).toEqual([
      { key: 'Theme', value: '(not stated)' },
      { key: 'Financial year', value: '2025/26' },
      { key: 'Basis', value: 'promised in contracts' },
      { key: 'As known at', value: 'entry 1,204' },
    ]);
    expect(view.addsUp).toBe('These 2 entries add up to £3.00.');
    expect(view.entries?.rows[0]?.cells.map(({ text }) => text)).toEqual(['1', '£1.00', '1.5', 'Delivery validated', 'C/1', 'K01', 'P01', '1 April 2025', '20 May 2026 at 1:00pm']);
    expect(view.entries?.rows[0]?.cells[0]?.href).toBe('/authorities/fenmarch/entries/e1?total=T&figure=validated');
    expect(view.entries?.rows[0]?.cells[4]?.href).toBe('/authorities/fenmarch/contracts/C%2F1');
  });

  it('goes on where there are more entries, and does not claim that a page is all', () => {
    const view = viewOf({ entries: [entry(1, 100), entry(2, 200), entry(3, 300)] });
    expect(view.entries?.rows).toHaveLength(2);
    expect(view.addsUp).toBe('On this page 2 entries add up to £3.00; there are more.');
    expect(view.nextHref).toMatch(/^\/authorities\/fenmarch\/trace\/T\?figure=validated&after=/);
    expect(viewOf({ begins: false }).firstHref).toBe('/authorities/fenmarch/trace/T?figure=validated');
    expect(viewOf({ begins: false }).addsUp).toContain('On this page');
  });

  it('never adds figures to each other, nor what has no value to money', () => {
    const all = viewOf({ figure: undefined, entries: [entry(1, 100), entry(1, 100, 'reported')] });
    expect([all.addsUp, all.amount]).toEqual(['', undefined]);
    expect(all.entries?.rows.map(({ cells }) => cells[1]?.text)).toEqual(['Validated', 'Reported']);
    const line = { measure: 'M09', unit: 'tonne', validated: '12.50' };
    const mixed = viewOf({ entries: [entry(1, 100), entry(2, null)], row: aRow({ theme: '' }, notValued, { quantities: [line as never] }) });
    expect([mixed.addsUp, mixed.amount]).toEqual(['This one entry is £1.00. One more has no money value and is in no amount.', '12.5 tonne (M09)']);
    expect(viewOf({ entries: [entry(1, null)] }).addsUp).toBe('');
    expect(mixed.entries?.rows[1]?.cells[1]?.text).toBe('not valued');
  });

  it('says so when nothing makes the figure, and what “due” rests on', () => {
    expect(viewOf({ entries: [] })).toMatchObject({ entries: undefined, addsUp: 'No entry makes this figure: it is nothing.' });
    expect(viewOf({ figure: 'due' }).note).toContain('periods that had ended by 20 May 2026');
  });
});

describe('the entries of one figure among those of all', () => {
  it('are gathered page by page until there are enough', async () => {
    const ledger = Array.from({ length: AT_A_TIME * 2 + 10 }, (_, index) => entry(index + 1, 1, index % 100 === 99 ? 'validated' : 'reported'));
    const reads: number[] = [];
    const read = (after: TracedEntry['cursor'] | undefined) => {
      reads.push(after?.position ?? 0);
      return Promise.resolve(ledger.slice(after?.position ?? 0).slice(0, AT_A_TIME));
    };
    const positions = async (wanted: number, after?: number) =>
      (await gatherEntries(read, ({ figure }) => figure === 'validated', wanted, after === undefined ? undefined : entry(after, 1).cursor)).map(({ cursor }) => cursor.position);
    expect(await positions(2)).toEqual([100, 200]);
    expect(await positions(7)).toEqual([100, 200, 300, 400, 500, 600, 700]);
    expect(await positions(100, 900)).toEqual([1000]);
    expect(reads).toEqual([0, 0, 500, 900]);
  });

  it('of “due” are what was committed for periods that had ended', () => {
    expect(isOfFigure('due', 'committed', '2026-03-31', '2026-03-31')).toBe(true);
    expect(isOfFigure('due', 'committed', '2026-04-01', '2026-03-31')).toBe(false);
    expect(isOfFigure('due', 'validated', '2025-03-31', '2026-03-31')).toBe(false);
    expect(isOfFigure(undefined, 'additional', '2026-04-01', '2026-03-31')).toBe(true);
    expect(isOfFigure('reported', 'validated', '2025-04-01', '2026-03-31')).toBe(false);
  });
});
