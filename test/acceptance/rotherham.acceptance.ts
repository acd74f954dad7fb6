import type { TotalsAnswer } from '#areas/totals/index.js';
import type { ImportAnswer } from '#areas/workbook/index.js';
import { type Council, council } from '../support/council.js';
import { figureIn, published, spread } from '../support/golden/published.js';
import type { StatedWorkbook } from '../support/workbook.js';

/*
 * What a council published: £113m committed in the first summary, corrected in the cabinet meeting to more than £13m; and a
 * contract of £3.1m whose evidence came late. Every figure comes from the file; the contracts over which they are spread are
 * invented. The council reports standing totals, so the measure is a stock: of a year, its latest line counts.
 */
const [first, second, third] = published('rotherham');
const committed = [first, second, third].map((row) => Number(row!['committed_gbp']));
const delivered = [first, second, third].map((row) => Number(row!['delivered_gbp']));
/** £113m, as it was first published, of which £100m was the slip. */
const SAID_FIRST = figureIn(first!['note'], /said (\d+) million/) * 1_000_000;
const SLIP = 100_000_000;
const LATE = figureIn(third!['note'], /contract worth (\d+)/);
const LATE_PERCENT = figureIn(third!['note'], /add (\d+) percent/);

const CLERK = 'clerk@rotherham.example';
const MANAGER = 'manager@rotherham.example';
const CABINET_OFFICE = 'cabinet.office@rotherham.example';
const YEARS = ['2022/23', '2023/24', '2024/25'] as const;
const periodOf = (index: number) => ({ from: `${2022 + index}-04-01`, to: `${2023 + index}-03-31` });

/** Five contracts that report in time, by how much of the whole each carries, and a sixth whose evidence is late. */
const WEIGHTS = [34, 26, 19, 13, 8];
const CONTRACTS = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06'];
const LATE_CONTRACT = 'C06';
const MISTYPED = 'C03';
const commitmentOf = (contract: string) => contract.replace('C', 'K');

const contractsSheet: StatedWorkbook = {
  providers: CONTRACTS.map((contract, index) => ({ reference: `P0${index + 1}`, name: `Provider of ${contract}`, type: index % 2 === 0 ? 'large business' : 'social enterprise' })),
  contracts: CONTRACTS.map((contract, index) => ({
    reference: contract,
    title: ['Highways', 'Home care', 'Housing repairs', 'Leisure', 'Waste', 'School meals'][index]!,
    directorate: index < 3 ? 'Regeneration' : 'Communities',
    provider: `P0${index + 1}`,
    manager: MANAGER,
    starts_on: '2021-04-01',
    ends_on: '2028-03-31',
    value_gbp: '60000000',
    reporting: 'annual',
  })),
  measures: [
    { reference: 'SV', name: 'Social value to date', theme: 'All themes', outcome: 'Social value', unit: 'pound', kind: 'money', combine: 'latest', money: 'cash', unit_value_gbp: '1' },
  ],
  commitments: CONTRACTS.map((contract) => ({
    reference: commitmentOf(contract),
    contract,
    measure: 'SV',
    basis: 'contract',
    bid_sentence: `The social value that ${contract} has promised to date.`,
    evidence_required: contract === LATE_CONTRACT ? 'invoices' : '',
  })),
};

/** What stands promised at the end of a year, contract by contract; the late contract begins in the third. */
function targetsOf(index: number): StatedWorkbook['targets'] {
  const late = index === 2 ? LATE : 0;
  const parts = [...spread(committed[index]! - late, WEIGHTS), late];
  return CONTRACTS.map((contract, place) => ({ commitment: commitmentOf(contract), ...periodOf(index), quantity: String(parts[place]) }));
}

/** What stands delivered at the end of a year, reported by one person and validated by another on the same day. */
function deliveredOf(index: number, today: string): StatedWorkbook {
  const parts = spread(delivered[index]!, WEIGHTS);
  const inTime = CONTRACTS.filter((contract) => contract !== LATE_CONTRACT);
  const report = (contract: string, quantity: number) => ({
    reference: `${commitmentOf(contract)}-${2023 + index}`,
    commitment: commitmentOf(contract),
    ...periodOf(index),
    quantity: `£${quantity.toLocaleString('en-GB')}`,
    reported_on: today,
    reported_by: CLERK,
  });
  return {
    deliveries: [...inTime.map((contract, place) => report(contract, parts[place]!)), ...(index === 2 ? [report(LATE_CONTRACT, LATE)] : [])],
    reviews: inTime.map((contract) => ({ delivery: `${commitmentOf(contract)}-${2023 + index}`, decision: 'validated', method: 'document', reviewed_on: today, reviewed_by: MANAGER })),
  };
}

describe('Rotherham: a slip of £100m, and £3.1m that came late', () => {
  let rotherham: Council;
  let slip: ImportAnswer;
  let positionBeforeSlip: number;
  let corrected: { readonly position: number };

  beforeAll(async () => {
    rotherham = await council('rotherham', '2023-03-20');
    const take = async (sheets: StatedWorkbook) => {
      const answer = await rotherham.import(sheets, { by: CLERK });
      if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer.problems));
      return answer;
    };
    const targets = targetsOf(0)!;
    const isMistyped = ({ commitment }: (typeof targets)[number]) => commitment === commitmentOf(MISTYPED);
    positionBeforeSlip = (await take({ ...contractsSheet, targets: targets.filter((target) => !isMistyped(target)) })).position;
    rotherham.day('2023-03-28');
    slip = await take({ targets: targets.filter(isMistyped).map((target) => ({ ...target, quantity: String(Number(target['quantity']) + SLIP) })) });
    rotherham.day('2023-03-31', '09:00');
    await take(deliveredOf(0, '2023-03-31'));
    rotherham.day('2023-03-31', '15:30');
    const right = targets.find(isMistyped)!;
    const { status, body } = await rotherham.does(CABINET_OFFICE, `commitments/${commitmentOf(MISTYPED)}/corrections`, {
      targets: [{ from: right['from'], to: right['to'], quantity: right['quantity'] }],
      reason: 'One digit too many was typed; the contract says otherwise.',
    });
    expect(status).toBe(201);
    corrected = body as typeof corrected;

    rotherham.day('2024-03-31');
    await take({ targets: targetsOf(1)!, ...deliveredOf(1, '2024-03-31') });
    rotherham.day('2025-06-30');
    await take({ targets: targetsOf(2)!, ...deliveredOf(2, '2025-06-30') });
  });
  afterAll(async () => {
    const [reconciled] = await rotherham.end();
    expect(reconciled!.cells).toBeGreaterThan(15);
  });

  it('is spread over at least five contracts', async () => {
    const { rows } = await rotherham.totals({ by: 'contract', where: 'year=2024/25' });
    expect(rows.filter(({ pence }) => pence.validated! > 0).length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [0, '2023-03-31'],
    [1, '2024-03-31'],
    [2, '2025-06-30'],
  ])('shows the published totals of report %i, as known at the end of its month, then and ever after', async (index, knownAt) => {
    const { rows } = await rotherham.totals({ knownAt, where: `year=${YEARS[index]!}` });
    expect(pounds(rows)).toMatchObject({ committed: committed[index], validated: delivered[index] });
  });

  it('showed the slip in the first summary, and warned when it was entered', async () => {
    const { rows } = await rotherham.totals({ knownAt: '2023-03-28' });
    expect(Math.floor(pounds(rows).committed! / 1_000_000) * 1_000_000).toBe(SAID_FIRST);
    expect(slip.warnings).toEqual([expect.objectContaining({ sheet: 'targets', row: 2, column: 'quantity', rule: expect.stringMatching(/more than the whole contract/) as string })]);
  });

  it('finds the slip by the difference of two moments', async () => {
    const { rows, events } = await rotherham.difference({ from: String(positionBeforeSlip), to: '2023-03-28', by: 'contract' });
    expect(rows.map(({ key }) => key)).toEqual([{ contract: MISTYPED }]);
    expect(rows[0]!.pence.committed! / 100 - Number(targetsOf(0)![2]!['quantity'])).toBe(SLIP);
    expect(events).toEqual([
      expect.objectContaining({ event: 'TargetAgreed', position: slip.position, contract: MISTYPED, commitment: commitmentOf(MISTYPED), actor: CLERK, recordedAt: '2023-03-28T12:00:00.000Z' }),
    ]);
  });

  it('is mended by a correction of the commitment, which says who, when and why', async () => {
    const { rows, events } = await rotherham.difference({ from: String(slip.position), to: String(corrected.position), by: 'contract', where: 'contract=C03' });
    expect(rows[0]!.pence.committed).toBe(-SLIP * 100);
    expect(events.at(-1)).toMatchObject({
      event: 'CommitmentCorrected',
      position: corrected.position,
      actor: CABINET_OFFICE,
      recordedAt: '2023-03-31T15:30:00.000Z',
      reason: 'One digit too many was typed; the contract says otherwise.',
    });
    expect(events.at(-1)!.pence.committed).toBe(-SLIP * 100);
  });

  it('leaves both figures readable, with who, when and why', async () => {
    const before = pounds((await rotherham.totals({ knownAt: '2023-03-31T15:29:59Z' })).rows);
    const after = pounds((await rotherham.totals({ knownAt: '2023-03-31T15:30:00Z' })).rows);
    expect([before.committed, after.committed]).toEqual([committed[0]! + SLIP, committed[0]]);

    const { items } = await rotherham.ask<{ items: { event: string; actor: string; recordedAt: string; facts: { field: string; value: string }[] }[] }>(`contracts/${MISTYPED}/timeline`);
    const right = targetsOf(0)![2]!['quantity']!;
    const told = items.filter(({ event }) => event === 'TargetAgreed' || event === 'CommitmentCorrected').slice(0, 2);
    expect(told).toEqual([
      expect.objectContaining({ event: 'TargetAgreed', actor: CLERK, recordedAt: '2023-03-28T12:00:00.000Z', facts: expect.arrayContaining([{ field: 'quantity', value: String(Number(right) + SLIP) }]) as object }),
      expect.objectContaining({
        event: 'CommitmentCorrected',
        actor: CABINET_OFFICE,
        facts: expect.arrayContaining([{ field: 'targets[0].quantity', value: right }, { field: 'reason', value: 'One digit too many was typed; the contract says otherwise.' }]) as object,
      }),
    ]);
  });

  describe('when the late evidence arrives after its year is closed', () => {
    const year = '2024/25';
    const next = '2025/26';
    const ofYear = (asked: string, yearBasis: string, knownAt?: string) =>
      rotherham.totals({ where: `year=${asked}`, yearBasis, ...(knownAt ? { knownAt } : {}) }).then(({ rows }) => pounds(rows));
    let closedAt: number;

    beforeAll(async () => {
      rotherham.day('2025-07-15');
      const closed = await rotherham.does(CABINET_OFFICE, 'closed-years', { year });
      expect(closed.status).toBe(201);
      closedAt = (closed.body as { position: number }).position;
      rotherham.day('2025-09-10');
      const late = `delivery-reports/${commitmentOf(LATE_CONTRACT)}-2025`;
      const evidence = { evidence: [{ kind: 'invoices', fileName: 'paid invoices.pdf' }], attachedOn: '2025-09-10' };
      expect(await rotherham.does(CLERK, `${late}/evidence`, evidence)).toMatchObject({ status: 201 });
      const review = { decision: 'validated', method: 'document', reviewedOn: '2025-09-10' };
      expect(await rotherham.does(MANAGER, `${late}/reviews`, review)).toMatchObject({ status: 201 });
    });

    it('had been reported, not evidenced and not validated, when the council reported', async () => {
      expect(await ofYear(year, 'delivered', '2025-06-30')).toMatchObject({ reported: delivered[2]! + LATE, evidenced: delivered[2], validated: delivered[2] });
    });

    it('lifts the year by a quarter on the delivered basis', async () => {
      const { validated, evidenced } = await ofYear(year, 'delivered');
      expect({ validated, evidenced }).toEqual({ validated: delivered[2]! + LATE, evidenced: delivered[2]! + LATE });
      const lift = (100 * (validated! - delivered[2]!)) / delivered[2]!;
      expect(lift.toFixed(1)).toBe(((100 * LATE) / delivered[2]!).toFixed(1));
      expect(Math.round(lift)).toBe(LATE_PERCENT);
      expect(await ofYear(next, 'delivered')).toEqual({});
    });

    it('does not move the closed year on the posted basis, and is an adjustment of the next', async () => {
      expect(await ofYear(year, 'posted')).toEqual(await ofYear(year, 'posted', String(closedAt)));
      expect((await ofYear(year, 'posted')).validated).toBe(delivered[2]);
      expect(await ofYear(next, 'posted')).toMatchObject({ committed: 0, reported: 0, evidenced: LATE, validated: LATE });
    });

    it('names the year that the adjustment belongs to, and the event that made it', async () => {
      const { rows } = await rotherham.totals({ by: 'year', where: `year=${next}`, yearBasis: 'posted' });
      const entries = await rotherham.entriesOf(rows[0]!);
      expect(entries.length).toBeGreaterThan(1);
      for (const entry of entries) expect(entry).toMatchObject({ postedYear: next, period: periodOf(2), contract: LATE_CONTRACT });
      const validated = entries.filter(({ figure }) => figure === 'validated');
      expect(validated).toEqual([expect.objectContaining({ event: 'DeliveryValidated', recordedAt: '2025-09-10T12:00:00.000Z', pence: LATE * 100 })]);
    });

    it('leaves what was known in June as it was', async () => {
      expect(await ofYear(year, 'delivered', '2025-06-30')).toMatchObject({ committed: committed[2], validated: delivered[2] });
    });
  });
});

/** The figures of the only row, in pounds; none where there is no row. */
function pounds(rows: TotalsAnswer['rows']): Partial<Record<keyof TotalsAnswer['rows'][number]['pence'], number>> {
  if (rows.length > 1) throw new Error('These are several rows.');
  return Object.fromEntries(Object.entries(rows[0]?.pence ?? {}).map(([figure, pence]) => [figure, pence! / 100]));
}
