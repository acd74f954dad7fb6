import { createHash } from 'node:crypto';
import { aboutFenmarch, emptyGround, filesOf, smallWorkbook, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';

describe('A contract with something wrong', () => {
  const broken = withRow(smallWorkbook, 'targets', 1, { quantity: 'a lot' });

  it('is held back whole with everything that hangs on it, and the others go in', async () => {
    const ground = emptyGround();
    const answer = await ground.import(broken);
    expect(answer).toMatchObject({
      status: 'accepted in part',
      held: [
        { sheet: 'contracts', reference: 'C02', rows: 7 },
        { sheet: 'closed_years', reference: '2023/24', rows: 1 },
      ],
      counts: { rows: 23, refused: 1, held: 7, unchanged: 0 },
    });
    const streams = new Set((await ground.events()).map(({ stream }) => stream));
    expect(streams).toEqual(new Set(['provider:P01', 'provider:P02', 'contract:C01', 'measure-set:own']));
    expect(await ground.ledger.find('fenmarch', 'commitment', 'K02')).toBeUndefined();
    expect(await ground.directory.known('fenmarch', ['manager@x.example'])).not.toEqual(new Map());
  });

  it('comes in once it is mended, and nothing else happens again', async () => {
    const ground = emptyGround();
    const { position } = await ground.import(broken);
    const answer = await ground.import(smallWorkbook);
    expect(answer).toMatchObject({ status: 'accepted', held: [], problems: [], counts: { added: 8, changed: 0, unchanged: 15 } });
    const streams = new Set((await ground.events(position)).map(({ stream }) => stream));
    expect(streams).toEqual(new Set(['contract:C02', 'calendar']));
  });

  it('refuses the whole file where all or nothing is asked for', async () => {
    const ground = emptyGround();
    const answer = await ground.import(broken, { allOrNothing: true });
    expect(answer).toMatchObject({ status: 'rejected', position: 0, counts: { added: 0, events: 0, refused: 1 } });
    expect(answer.problems).toHaveLength(1);
    expect(await ground.ledger.head('fenmarch')).toBeUndefined();
  });

  it('is told with the rows that it is held back for, and with what became of each sheet’s rows', async () => {
    const { held, bySheet } = await emptyGround().import(broken);
    expect(held[0]!.because).toEqual([{ sheet: 'targets', row: 3 }]);
    expect(bySheet!.find(({ sheet }) => sheet === 'targets')).toEqual({ sheet: 'targets', rows: 2, added: 1, changed: 0, unchanged: 0, held: 0, refused: 1, absent: 0 });
    expect(bySheet!.find(({ sheet }) => sheet === 'contracts')).toMatchObject({ rows: 2, added: 1, held: 1, refused: 0 });
    expect(bySheet!.find(({ sheet }) => sheet === 'closed_years')).toMatchObject({ added: 0, held: 1 });
  });

  it('because its provider was refused is told with the provider’s row', async () => {
    const { held } = await emptyGround().import(withRow(smallWorkbook, 'providers', 1, { type: 'club' }));
    expect(held.filter(({ sheet }) => sheet === 'contracts').map(({ reference, because }) => [reference, because])).toEqual([
      ['C02', [{ sheet: 'providers', row: 3 }]],
      ['C01', [{ sheet: 'providers', row: 3 }]],
    ]);
  });

  it('that nobody knows is not listed as held', async () => {
    const answer = await emptyGround().import(withRow(smallWorkbook, 'returns', 0, { contract: 'C99' }));
    expect(answer.held).toEqual([{ sheet: 'closed_years', reference: '2023/24', rows: 1 }]);
  });
});

describe('A check', () => {
  it('answers what would happen and writes nothing', async () => {
    const ground = emptyGround();
    const checked = await ground.import(smallWorkbook, { check: true });
    expect(await ground.ledger.head('fenmarch')).toBeUndefined();
    expect(await ground.directory.known('fenmarch', ['manager@x.example', 'local operator'])).toEqual(new Map());
    const { position, ...imported } = await ground.import(smallWorkbook);
    expect(checked).toEqual({ ...imported, position: 0 });
    expect(position).toBe(imported.counts.events);
  });
});

describe('What goes in', () => {
  it('stands in the ledger in the order of the file, sheet by sheet', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const types = await ground.types();
    expect(types).toEqual([
      'ProviderRegistered',
      'ProviderRegistered',
      'ContractRegistered',
      'ReportingScheduleAgreed',
      'ContractRegistered',
      'ReportingScheduleAgreed',
      'MembersAgreed',
      'MeasureDefined',
      'MeasureDefined',
      'MeasureDefined',
      'CommitmentMade',
      'CommitmentMade',
      'CommitmentMade',
      'TargetAgreed',
      'TargetAgreed',
      'BreakClauseAgreed',
      'OpeningBalanceBroughtForward',
      'DeliveryReported',
      'DeliveryReported',
      'DeliveryReported',
      'DeliveryValidated',
      'DeliveryValidated',
      'ReturnSubmitted',
      'YearClosed',
    ]);
    expect(await ground.ledger.verify('fenmarch')).toMatchObject({ problems: [] });
    for (const [kind, reference] of [['provider', 'P01'], ['contract', 'C01'], ['measure', 'M01'], ['commitment', 'K01'], ['delivery report', 'D001'], ['break clause', 'B1']] as const) {
      expect(await ground.ledger.find('fenmarch', kind, reference)).toBeDefined();
    }
  });

  it('names people by their ids, everywhere, and keeps no words about them in what the ledger answers', async () => {
    const ground = emptyGround();
    await ground.import(withRow(smallWorkbook, 'reviews', 0, { reviewed_by: 'returns@x.example' }), { commandId: 'one' });
    const recorded = JSON.stringify([await ground.events(), await ground.ledger.recorded('fenmarch', 'one')]);
    expect(recorded).not.toContain('x.example');
    expect(recorded).not.toContain('local operator');
  });

  it('stores evidence that lies beside the workbook by its hash, and records what does not as held by the authority', async () => {
    const ground = emptyGround();
    const file = Buffer.from('three starters');
    const workbook = withRow(smallWorkbook, 'deliveries', 0, { evidence: 'payroll: starters.pdf; payroll: leavers.pdf; visit' });
    await ground.importFiles([...filesOf(workbook), { fileName: 'starters.pdf', bytes: file }]);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const [report] = (await ground.events()).filter(({ type }) => type === 'DeliveryReported');
    const { evidence } = report!.payload as { evidence: { sha256: string | null }[] };
    expect(evidence.map((one) => one.sha256)).toEqual([sha256, null, null]);
    expect(await ground.evidenceFiles.open(sha256)).toBeDefined();
  });

  it('is warned of where it is unusual, and goes in', async () => {
    const workbook = withRow(smallWorkbook, 'deliveries', 1, { quantity: '4000000' });
    const answer = await emptyGround().import(withRow(workbook, 'deliveries', 2, { from: '2024-03-30', to: '2024-03-30' }));
    expect(answer).toMatchObject({ status: 'accepted', problems: [] });
    expect(answer.warnings).toEqual([
      expect.objectContaining({ sheet: 'deliveries', row: 3, column: 'quantity', value: '4000000', rule: expect.stringContaining('more than the whole contract') as string }),
      expect.objectContaining({ row: 4, column: 'from', rule: expect.stringContaining('lies outside the contract') as string }),
    ]);
  });

  it('takes a file of no sheet for what it is: passed over, and said', async () => {
    const answer = await emptyGround().importFiles([...filesOf(smallWorkbook), { fileName: 'notes.csv', bytes: Buffer.from('x') }]);
    expect(answer).toMatchObject({ status: 'accepted', warnings: [{ sheet: 'notes', row: null, value: 'notes.csv', rule: 'is no sheet of the template and was passed over' }] });
  });

  it('closes a year once, though a later one is closed before it', async () => {
    const years: StatedWorkbook = { about: aboutFenmarch, closed_years: [{ year: '2024/25' }, { year: '2023/24' }] };
    const ground = emptyGround();
    const answer = await ground.import(years);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], warnings: [{ row: 3, value: '2023/24', rule: expect.stringContaining('is closed already') as string }] });
    expect(await ground.types()).toEqual(['YearClosed']);
  });
});

describe('The same command', () => {
  it('again answers what it answered, though the file would now be unchanged', async () => {
    const ground = emptyGround();
    const first = await ground.import(smallWorkbook, { commandId: 'one' });
    expect(await ground.import(smallWorkbook, { commandId: 'one' })).toEqual(first);
    expect(await ground.import(smallWorkbook)).toMatchObject({ status: 'unchanged' });
  });

  it('with another workbook is refused', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook, { commandId: 'one' });
    const other = ground.import(withRow(smallWorkbook, 'providers', 0, { name: 'Other' }), { commandId: 'one' });
    await expect(other).rejects.toMatchObject({ faults: [{ field: 'Idempotency-Key' }] });
  });
});
