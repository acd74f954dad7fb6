import { emptyGround, smallWorkbook, type StatedRow, type StatedWorkbook } from '../../../../test/support/workbook.js';

const prepared = { reference: 'K02-2026-03', commitment: 'K02', from: '2025-04-01', to: '2026-03-31' };
const workbook = (deliveries: readonly StatedRow[], returns: readonly StatedRow[] = []): StatedWorkbook => ({
  ...smallWorkbook,
  deliveries: [...smallWorkbook.deliveries, ...deliveries],
  returns: [...smallWorkbook.returns, ...returns],
});
const imported = (...rows: Parameters<typeof workbook>) => emptyGround().import(workbook(...rows));

describe('A row that was prepared and left empty', () => {
  it('is passed over; all of them are one warning', async () => {
    const answer = await imported([prepared, { ...prepared, reference: 'K01-2026-03', commitment: 'K01', provider: 'P01' }], [{ contract: 'C01', from: '2025-04-01', to: '2025-06-30' }]);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: (await emptyGround().import(smallWorkbook)).counts });
    expect(answer.warnings).toEqual([
      expect.objectContaining({ sheet: 'deliveries', column: '', rule: 'was prepared, left empty and passed over', cells: ['5:5', '6:6'] }),
      expect.objectContaining({ sheet: 'returns', cells: ['3:3'] }),
    ]);
  });

  it.each<[StatedRow, readonly string[]]>([
    [{ quantity: '0' }, ['reported_by', 'reported_on']],
    [{ description: 'Invoices are being collected' }, ['reported_by', 'reported_on']],
    [{ reported_on: '2026-04-05', reported_by: 'returns@x.example' }, ['quantity']],
    [{ item: 'no' }, ['reported_by', 'reported_on']],
  ])('is a row like any other once %j is filled in', async (over, columns) => {
    const { problems, warnings } = await imported([{ ...prepared, ...over }]);
    expect(problems.map(({ column }) => column).sort()).toEqual(columns);
    expect(warnings).toEqual([]);
  });

  it('needs all that says what it is for', async () => {
    const { to: _to, ...withoutTo } = prepared;
    expect((await imported([withoutTo])).problems.map(({ column }) => column)).toContain('to');
  });

  it('needs no reference of its own', async () => {
    const { reference: _reference, ...withoutReference } = prepared;
    expect((await imported([withoutReference])).problems).toEqual([]);
  });

  it('prepares nothing on other sheets: a target without a quantity is wrong', async () => {
    const answer = await emptyGround().import({ ...smallWorkbook, targets: [...smallWorkbook.targets, { commitment: 'K01', from: '2025-04-01', to: '2026-03-31' }] });
    expect(answer.problems).toEqual([expect.objectContaining({ sheet: 'targets', column: 'quantity', rule: 'must be filled' })]);
  });
});
