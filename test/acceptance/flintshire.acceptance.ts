import type { ImportAnswer } from '#areas/workbook/index.js';
import { type Council, council } from '../support/council.js';
import { published } from '../support/golden/published.js';
import type { StatedRow, StatedWorkbook } from '../support/workbook.js';

/*
 * Totals for January to September 2021 and for the year from April 2021 were published side by side; they overlap from April to
 * September and must never be added together. The periods and figures come from the file.
 */
interface PublishedPeriod {
  readonly from: string;
  readonly to: string;
  readonly pounds: string;
}
const [nineMonths, wholeYear, halfYear] = published('flintshire')
  .filter(({ delivered_gbp: pounds }) => pounds !== '')
  .map(({ period, delivered_gbp: pounds }): PublishedPeriod => {
    const [from, to] = period!.split(' to ');
    return { from: `${from!}-01`, to: lastDayOf(to!), pounds: pounds! };
  }) as [PublishedPeriod, PublishedPeriod, PublishedPeriod];

const TODAY = '2022-11-14';

describe('Flintshire: totals of periods that overlap', () => {
  let flintshire: Council;
  beforeAll(async () => {
    flintshire = await council('flintshire', TODAY);
    expect(await flintshire.import(promises)).toMatchObject({ status: 'accepted', problems: [] });
  });
  afterAll(async () => {
    expect((await flintshire.end())[0]!.rows).toBeGreaterThan(0);
  });

  const total = (reference: string, commitment: string, { from, to, pounds }: PublishedPeriod): StatedRow => ({
    ...{ reference, commitment, from, to, quantity: pounds, reported_on: TODAY, reported_by: 'returns@provider.example' },
  });
  const reports = (...deliveries: StatedRow[]): Promise<ImportAnswer> => flintshire.import({ deliveries });
  const reportedIn = async (year: string): Promise<number> =>
    (await flintshire.totals({ where: `year=${year}` })).rows.reduce((sum, { pence }) => sum + pence.reported!, 0) / 100;

  /** Both ways in refuse it, with one message, and record nothing. */
  async function refusedBothWays(row: StatedRow): Promise<{ readonly rule: string; readonly fix: string }> {
    const before = await flintshire.head();
    const imported = await reports(row);
    expect(imported).toMatchObject({ status: 'rejected', counts: { events: 0 } });
    expect(imported.problems).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 2 })]);
    const { commitment, from, to, quantity, reported_on: reportedOn, reference } = row;
    const sent = await flintshire.does('returns@provider.example', 'contracts/C01/delivery-reports', { reference, commitment, from, to, quantity, reportedOn });
    expect(sent).toMatchObject({ status: 422, body: { type: '/api/problems#invalid', errors: [{ rule: imported.problems[0]!.rule, fix: imported.problems[0]!.fix }] } });
    expect(await flintshire.head()).toBe(before);
    return imported.problems[0]!;
  }

  it('1 April to 31 December crosses no year', async () => {
    const nineMonthsOfAYear = { from: '2021-04-01', to: '2021-12-31', pounds: '1500000' };
    expect(await reports(total('D-other', 'K02', nineMonthsOfAYear))).toMatchObject({ status: 'accepted', problems: [] });
    expect(await reportedIn('2021/22')).toBe(1_500_000);
  });

  it('January to September crosses 31 March, and the message offers the split', async () => {
    const { rule, fix } = await refusedBothWays(total('D-nine', 'K01', nineMonths));
    expect(rule).toBe('must not cross 31 March, but 2021-01-01 to 2021-09-30 does');
    expect(fix).toBe('State a part for each financial year: 2021-01-01 to 2021-03-31, 2021-04-01 to 2021-09-30.');
  });

  it('takes the parts that it offered', async () => {
    const parts = [
      { from: nineMonths.from, to: '2021-03-31', pounds: '700000' },
      { from: '2021-04-01', to: nineMonths.to, pounds: String(Number(nineMonths.pounds) - 700_000) },
    ];
    expect(await reports(total('D-nine-1', 'K01', parts[0]!), total('D-nine-2', 'K01', parts[1]!))).toMatchObject({ status: 'accepted', problems: [] });
    expect(await reportedIn('2020/21')).toBe(700_000);
    expect((await reportedIn('2020/21')) + (await reportedIn('2021/22')) - 1_500_000).toBe(Number(nineMonths.pounds));
  });

  it('refuses the total of the year, whose first half is reported already, and names the overlap', async () => {
    const before = await reportedIn('2021/22');
    const { rule, fix } = await refusedBothWays(total('D-year', 'K01', wholeYear));
    expect(rule).toContain('must not overlap the total D-nine-2 of 2021-04-01 to 2021-09-30; both hold 2021-04-01 to 2021-09-30');
    expect(fix).toBe('Correct D-nine-2, or report only other days.');
    expect(await reportedIn('2021/22')).toBe(before);
  });

  it('refuses two totals that overlap within one file, and takes neither', async () => {
    const before = await flintshire.head();
    const answer = await reports(total('D-A', 'K03', wholeYear), total('D-B', 'K03', { from: '2021-07-01', to: '2021-09-30', pounds: '1' }));
    expect(answer).toMatchObject({ status: 'rejected', held: [{ sheet: 'contracts', reference: 'C01' }] });
    expect(answer.problems).toEqual([
      expect.objectContaining({ row: 3, rule: expect.stringContaining('must not overlap the total D-A of 2021-04-01 to 2022-03-31; both hold 2021-07-01 to 2021-09-30') as string }),
    ]);
    expect(await flintshire.head()).toBe(before);
  });

  it('takes the half-year that follows, beside which no other total stands', async () => {
    expect(await reports(total('D-half', 'K01', halfYear))).toMatchObject({ status: 'accepted', problems: [] });
    expect(await reportedIn('2022/23')).toBe(Number(halfYear.pounds));
  });

  it('never adds the two: asking for both years gives each day once', async () => {
    const { rows } = await flintshire.totals({ by: 'contract', where: ['year=2020/21', 'year=2021/22'] });
    expect(rows).toEqual([expect.objectContaining({ pence: expect.objectContaining({ reported: (Number(nineMonths.pounds) + 1_500_000) * 100 }) as object })]);
  });

  it('targets of one commitment do not overlap either', async () => {
    const target = { commitment: 'K01', from: '2021-07-01', to: '2022-03-31', quantity: '5' };
    const answer = await flintshire.import({ targets: [target] });
    expect(answer.problems).toEqual([expect.objectContaining({ sheet: 'targets', row: 2, rule: expect.stringContaining('2021-04-01 to 2022-03-31') as string })]);
  });
});

const promises: StatedWorkbook = {
  providers: [{ reference: 'P01', name: 'North Coast Works', type: 'medium business' }],
  contracts: [
    {
      ...{ reference: 'C01', title: 'Roads', directorate: 'Streetscene', provider: 'P01', manager: 'manager@flintshire.example' },
      ...{ starts_on: '2021-01-01', ends_on: '2025-03-31', value_gbp: '£20,000,000', reporting: 'half-yearly' },
    },
  ],
  measures: [{ reference: 'LS', name: 'Local spend', theme: 'Growth', outcome: 'Local economy', unit: 'pound', kind: 'money', combine: 'sum', money: 'cash', unit_value_gbp: '1' }],
  commitments: ['K01', 'K02', 'K03'].map((reference) => ({ reference, contract: 'C01', measure: 'LS', basis: 'contract', bid_sentence: 'We will spend locally.' })),
  targets: [{ commitment: 'K01', from: '2021-04-01', to: '2022-03-31', quantity: '£3,000,000' }],
};

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}
