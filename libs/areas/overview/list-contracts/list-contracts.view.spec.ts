import type { ContractListItem } from '#areas/registers/index.js';
import { aRow, notValued, someKept, someTotals } from '../../../../test/support/totals-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { contractsFile, type ContractsWithFigures } from './contracts-table.js';
import { listContractsView, readSearch } from './list-contracts.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const contract = (reference: string, over: Partial<ContractListItem> = {}): ContractListItem => ({
  reference,
  title: 'Befriending',
  directorate: 'Public health',
  provider: { reference: 'P03', name: 'Open Door' },
  manager: 'Sam Osei',
  startsOn: '2024-04-01',
  endsOn: '2026-03-31',
  valuePence: 18_000_000,
  status: 'running',
  commitments: 2,
  undecidedReports: 0,
  lastRecordedAt: '2026-05-20T12:00:00.000Z',
  ...over,
});
const kept = (contract: string, over = {}) => someKept({ key: { contract }, ...over }).rows[0]!;
const found: ContractsWithFigures = {
  contracts: [
    contract('C 1', { undecidedReports: 1_200 }),
    contract('C2', { provider: { reference: 'P09', name: '' }, status: 'completed' }),
    contract('C3'),
    contract('C4'),
  ],
  totals: someTotals({ by: ['contract'], rows: [aRow({ contract: 'C 1' }, { committed: 863_600, validated: 840_849 }), aRow({ contract: 'C2' }, notValued)] }),
  kept: { ...someKept(), rows: [kept('C 1', { percent: '97.4' }), kept('C2', { percent: null, unvaluedDue: 2, unvaluedKept: 1 }), kept('C3', { percent: null })] },
};
const viewOf = (over: Partial<Parameters<typeof listContractsView>[0]> = {}) => listContractsView({ frame, typed: {}, errors: [], found, limit: 10, ...over });

describe('the list of contracts', () => {
  it('says of each how far it is, and opens it and its figures', () => {
    const { contracts } = viewOf();
    expect(contracts?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['C 1: Befriending', 'Open Door', '97.4%', '£8,636', '£8,408', '1,200', '£180,000', '31 March 2026'],
      ['C2: Befriending', 'P09', '1 of 2', 'not valued', 'not valued', '0', '£180,000', '31 March 2026 (completed)'],
      ['C3: Befriending', 'Open Door', 'nothing due', 'none', 'none', '0', '£180,000', '31 March 2026'],
      ['C4: Befriending', 'Open Door', 'nothing due', 'none', 'none', '0', '£180,000', '31 March 2026'],
    ]);
    expect(contracts?.rows[0]?.cells[0]?.href).toBe('/authorities/fenmarch/contracts/C%201');
    expect(contracts?.rows[0]?.cells[4]?.href).toBe('/authorities/fenmarch/trace/id-of-C 1?figure=validated');
    expect(contracts?.rows[1]?.cells[3]?.href).toBeUndefined();
  });

  it('goes on after the last one shown, with the same search', () => {
    const { contracts, nextHref, firstHref } = viewOf({ limit: 3, typed: { q: 'friend', after: 'x' } });
    expect(contracts?.rows).toHaveLength(3);
    expect(nextHref).toBe(`/authorities/fenmarch/contracts?q=friend&after=${Buffer.from('["C3"]').toString('base64url')}`);
    expect(firstHref).toBe('/authorities/fenmarch/contracts?q=friend');
    expect(viewOf()).toMatchObject({ nextHref: undefined, firstHref: undefined });
  });

  it('tells nothing found from nothing recorded', () => {
    const none = { ...found, contracts: [] };
    expect(viewOf({ found: none })).toMatchObject({ contracts: undefined, nothing: 'No contract is recorded yet.' });
    expect(viewOf({ found: none, typed: { q: 'x' } }).nothing).toContain('No contract is like that.');
  });

  it('is a file too, with six figures to the penny', () => {
    const [, first, second] = contractsFile(found).toString('utf8').split('\r\n');
    expect(first).toBe('C 1,Befriending,Public health,P03,Open Door,Sam Osei,2024-04-01,2026-03-31,running,180000.00,8636.00,0.00,0.00,0.00,8408.49,0.00,300000.00,400000.00,97.4,1200,1204');
    expect(second).toContain('completed,180000.00,,,,,,,300000.00');
  });
});

describe('a search for contracts', () => {
  it('is taken as it is meant', () => {
    expect(readSearch({ q: ' road ', status: 'running' })).toEqual({ asked: { q: 'road', status: 'running' }, errors: [] });
    expect(readSearch({ q: '', status: '' })).toEqual({ asked: { q: undefined, status: undefined }, errors: [] });
  });

  it('is refused at its fields', () => {
    expect(readSearch({ q: 'x'.repeat(201), status: 'lost' }).errors.map(({ field }) => field)).toEqual(['q', 'status']);
    expect(readSearch({ status: 'toString' }).errors).toHaveLength(1);
  });
});
