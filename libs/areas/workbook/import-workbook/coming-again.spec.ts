import { aboutFenmarch, emptyGround, filesOf, smallWorkbook, type StatedRow, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { MemoryImportedRows } from '../imported-rows/memory-imported-rows.js';
import { csvParts } from '../reader/csv/csv-parts.js';
import { importWorkbook } from './import-workbook.js';

/** The small workbook is in; then it comes again with one row changed. */
async function again(sheet: keyof StatedWorkbook, index: number, over: StatedRow, asked: object = {}) {
  const ground = emptyGround();
  const first = await ground.import(smallWorkbook);
  const answer = await ground.import(withRow(smallWorkbook, sheet, index, over), asked);
  return { ground, answer, events: await ground.events(first.position) };
}
const typedWrong = { reason: 'Typed wrong', kind: 'entry-error' };
const varied = { reason: 'Agreed in May', kind: 'variation' };

describe('The same workbook again', () => {
  it('changes nothing', async () => {
    const ground = emptyGround();
    const { position } = await ground.import(smallWorkbook);
    const answer = await ground.import(smallWorkbook);
    expect(answer).toMatchObject({ status: 'unchanged', position, problems: [], warnings: [], absent: [], counts: { rows: 23, unchanged: 23, added: 0, events: 0 } });
  });

  it('however it is typed', async () => {
    const { answer } = await again('contracts', 0, { value_gbp: '12 000 000', starts_on: '1 April 2024', reporting: 'Quarterly', manager: ' Manager@X.example ', due_working_days: '' });
    expect(answer.status).toBe('unchanged');
  });

  it('with another reason alone changes nothing, and says so', async () => {
    const { answer } = await again('deliveries', 0, { reason: 'As agreed' });
    expect(answer).toMatchObject({ status: 'unchanged', warnings: [{ sheet: 'deliveries', row: 2, column: 'reason', rule: 'differs from when the row was last imported, and nothing else does' }] });
  });
});

describe('A changed row', () => {
  it.each<[keyof typeof smallWorkbook, number, StatedRow, string]>([
    ['providers', 0, { type: 'medium business' }, 'type'],
    ['contracts', 0, { value_gbp: '13000000' }, 'value_gbp'],
    ['contracts', 0, { due_working_days: '10' }, 'due_working_days'],
    ['measures', 0, { unit_value_gbp: '20000' }, 'unit_value_gbp'],
    ['commitments', 0, { place: 'Eastmoor' }, 'place'],
    ['targets', 0, { quantity: '10' }, 'quantity'],
    ['break_clauses', 0, { below_percent: '50%' }, 'below_percent'],
    ['opening_balances', 0, { quantity: '3' }, 'quantity'],
    ['returns', 0, { submitted_on: '2024-07-06' }, 'submitted_on'],
  ])('of %s (%i %j) needs a reason and a kind', async (sheet, index, over, column) => {
    const { answer } = await again(sheet, index, over);
    expect(answer.problems).toEqual([
      expect.objectContaining({ sheet, row: index + 2, column, rule: expect.stringContaining('must not say something else than when it was last imported') as string, fix: expect.stringContaining('entry-error') as string }),
    ]);
    const { answer: half } = await again(sheet, index, over, { reason: 'Why' });
    expect(half.problems).toEqual([expect.objectContaining({ fix: 'Import it with a kind too: variation (the fact changed) or entry-error (it was typed wrong).' })]);
    const { answer: other } = await again(sheet, index, over, { kind: 'variation' });
    expect(other.problems).toEqual([expect.objectContaining({ fix: 'Import it with a reason too.' })]);
  });

  it.each<[keyof typeof smallWorkbook, number, StatedRow, object, string, object]>([
    ['providers', 0, { type: 'medium business' }, varied, 'ProviderVaried', { terms: { type: 'medium business' } }],
    ['providers', 0, { name: 'Brightwel' }, typedWrong, 'ProviderCorrected', { terms: { name: 'Brightwel' } }],
    ['contracts', 0, { value_gbp: '13000000' }, varied, 'ContractVaried', { terms: { valuePence: 1_300_000_000 } }],
    ['contracts', 0, { title: 'School' }, typedWrong, 'ContractCorrected', { terms: { title: 'School' } }],
    ['contracts', 0, { due_working_days: '10' }, varied, 'ReportingScheduleAgreed', { dueWorkingDays: 10, change: { kind: 'variation' } }],
    ['measures', 0, { unit_value_gbp: '20000' }, varied, 'MeasureVaried', { terms: { unitValue: '20000' } }],
    ['measures', 0, { tags: 'a;b' }, typedWrong, 'MeasureCorrected', { terms: { tags: ['a', 'b'] } }],
    ['commitments', 0, { place: 'Eastmoor' }, varied, 'CommitmentVaried', { commitment: 'K01', terms: { place: 'Eastmoor' } }],
    ['commitments', 0, { place: 'Eastmoor' }, typedWrong, 'CommitmentCorrected', { commitment: 'K01', terms: { place: 'Eastmoor' } }],
    ['targets', 0, { quantity: '10' }, varied, 'CommitmentVaried', { commitment: 'K01', targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '10' }] }],
    ['targets', 1, { quantity: '100' }, typedWrong, 'CommitmentCorrected', { commitment: 'K02', targets: [{ quantity: '100' }] }],
    ['break_clauses', 0, { below_percent: '50%' }, varied, 'BreakClauseAgreed', { clause: 'B1', condition: { belowPercent: '50' }, change: { kind: 'variation' } }],
    ['break_clauses', 0, { agreed_on: '01/06/2026' }, varied, 'BreakClauseAgreed', { since: '2026-06-01', change: { kind: 'variation' } }],
    ['break_clauses', 0, { agreed_on: '03/06/2024' }, typedWrong, 'BreakClauseAgreed', { since: '2024-06-03', change: { kind: 'entry error' } }],
    ['opening_balances', 0, { quantity: '3' }, typedWrong, 'OpeningBalanceBroughtForward', { quantity: '3', change: { kind: 'entry error' } }],
    ['returns', 0, { submitted_on: '2024-07-06' }, typedWrong, 'ReturnSubmitted', { submittedOn: '2024-07-06', change: { kind: 'entry error' } }],
  ])('of %s (%i %j, %j) becomes %s', async (sheet, index, over, asked, type, payload) => {
    const { answer, events, ground } = await again(sheet, index, over, asked);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { changed: 1, added: 0, unchanged: 22, events: 1 } });
    expect(events).toEqual([expect.objectContaining({ type })]);
    expect(events[0]!.payload).toMatchObject(payload);
    expect(await ground.import(withRow(smallWorkbook, sheet, index, over))).toMatchObject({ status: 'unchanged' });
  });

  it('is told cell by cell, as it was and as it is, however it was typed', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const contract = { title: 'School', value_gbp: '£13,000,000.50', manager: 'Other@x.example', starts_on: '1 April 2024', ends_on: '' };
    const workbook = withRow(withRow(smallWorkbook, 'contracts', 0, { ...contract, ends_on: '31/03/2028' }), 'deliveries', 0, { quantity: '4', description: 'A fourth starter', reason: 'One more' });
    const { changes } = await ground.import(workbook, { ...typedWrong, check: true } as never);
    expect(changes).toEqual([
      { sheet: 'contracts', row: 2, reference: 'C01', column: 'title', cell: 'B2', before: 'Schools', now: 'School' },
      { sheet: 'contracts', row: 2, reference: 'C01', column: 'manager', cell: 'E2', before: 'manager@x.example', now: 'Other@x.example' },
      { sheet: 'contracts', row: 2, reference: 'C01', column: 'ends_on', cell: 'G2', before: '2027-03-31', now: '2028-03-31' },
      { sheet: 'contracts', row: 2, reference: 'C01', column: 'value_gbp', cell: 'H2', before: '12000000', now: '13000000.5' },
      { sheet: 'deliveries', row: 2, reference: 'D001', column: 'quantity', cell: 'F2', before: '3', now: '4' },
      { sheet: 'deliveries', row: 2, reference: 'D001', column: 'description', cell: 'L2', before: '', now: 'A fourth starter' },
    ]);
  });

  /** What means the same as a blank cell was told as nothing. */
  it('is told in full where it says what a blank cell would mean', async () => {
    const ground = emptyGround();
    const before = withRow(withRow(smallWorkbook, 'contracts', 0, { due_working_days: '30' }), 'commitments', 0, { critical: 'yes' });
    await ground.import(before);
    const now = withRow(withRow(before, 'contracts', 0, { due_working_days: '20' }), 'commitments', 0, { critical: 'no' });
    const { changes } = await ground.import(now, { ...varied, check: true } as never);
    expect(changes!.map(({ column, before, now }) => [column, before, now])).toEqual([['due_working_days', '30', '20'], ['critical', 'yes', 'no']]);
  });

  /** Long texts were cut at 200 characters, and looked the same. */
  it('is told where it differs, however long it is', async () => {
    const ground = emptyGround();
    const title = (end: string) => `${'School '.repeat(35)}${end}`;
    await ground.import(withRow(smallWorkbook, 'contracts', 0, { title: title('building') }));
    const { changes } = await ground.import(withRow(smallWorkbook, 'contracts', 0, { title: title('bidding, 2026') }), { ...varied, check: true } as never);
    expect(changes).toHaveLength(1);
    expect(changes![0]!.before).toMatch(/^….{50,70}building$/);
    expect(changes![0]!.now).toMatch(/^….{50,70}bidding, 2026$/);
  });

  /** It was told as unchanged and as changed at once. */
  it('that says what the record says already, since it was changed on its page, is counted as unchanged', async () => {
    const ground = emptyGround();
    const { position } = await ground.import(smallWorkbook);
    await ground.import(withRow(smallWorkbook, 'providers', 0, { name: 'Brightwell Ltd' }), varied as never);
    const [{ stream, version, type, businessDate, payload }] = (await ground.events(position)) as [RecordedEvent];
    const back = { type, businessDate, payload: { ...payload, terms: { ...(payload as { terms: object }).terms, name: 'Brightwell' } } };
    await ground.ledger.append({ authority: 'fenmarch', commandId: 'on its page', requestHash: '0'.repeat(64), actor: 'person-1', writes: [{ stream, expectedVersion: version, events: [back] }] });
    expect(await ground.import(smallWorkbook, varied as never)).toMatchObject({ status: 'unchanged', counts: { changed: 0, unchanged: 23, events: 0 }, changes: [] });
  });

  it('that is new and says what the record says already, is counted as unchanged too', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const answer = await ground.import({ about: aboutFenmarch, closed_years: [{ year: '2022/23' }] });
    expect(answer).toMatchObject({ status: 'unchanged', counts: { rows: 1, added: 0, unchanged: 1, events: 0 }, warnings: [{ rule: expect.stringContaining('is closed already') as string }] });
  });

  it('of members that joins what was agreed, is told what it lacks', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const answer = await ground.import({
      about: aboutFenmarch,
      providers: [...smallWorkbook.providers, { reference: 'P03', name: 'Open Door', type: 'charity or community' }],
      members: [...smallWorkbook.members, { contract: 'C01', provider: 'P03', share_percent: '10' }],
    });
    expect(answer.problems[0]).toMatchObject({ sheet: 'members', rule: 'must not join what was agreed before, unless the import says why' });
  });

  it('that is held back is no change that is told, nor is a new row', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const workbook = withRow(withRow(smallWorkbook, 'contracts', 0, { title: 'School' }), 'targets', 0, { quantity: 'a lot' });
    const answer = await ground.import(withRow(workbook, 'providers', 2, { reference: 'P03', name: 'Open Door', type: 'charity or community' }), typedWrong as never);
    expect(answer).toMatchObject({ status: 'accepted in part', counts: { added: 1, changed: 0 }, changes: [] });
  });

  it('of more than a thousand cells is told of the first thousand', async () => {
    const ground = emptyGround();
    const providers = (local: string) => Array.from({ length: 1_005 }, (_, index) => ({ reference: `P${index}`, name: `Provider ${index}`, type: 'large business', local }));
    await ground.import({ about: aboutFenmarch, providers: providers('yes') });
    const answer = await ground.import({ about: aboutFenmarch, providers: providers('no') }, varied as never);
    expect(answer.counts.changed).toBe(1_005);
    expect(answer.changes).toHaveLength(1_000);
  });

  it('is recorded without words about people', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const workbook = withRow(smallWorkbook, 'deliveries', 0, { description: 'Amina started', reported_by: 'rosa@opendoor.example', quantity: '4', reason: 'One more' });
    const asked = { commandId: 'import-once-more' };
    expect((await ground.import(workbook, asked)).changes!.map(({ column, now }) => [column, now])).toEqual([['quantity', '4'], ['description', 'Amina started'], ['reported_by', 'rosa@opendoor.example']]);
    expect((await ground.import(workbook, asked)).changes!.map(({ column, before, now }) => [column, before, now])).toEqual([['quantity', '3', '4'], ['description', '', null], ['reported_by', null, null]]);
  });

  it('of a contract may change its terms and its schedule', async () => {
    const { events } = await again('contracts', 0, { title: 'School', due_working_days: '10' }, typedWrong);
    expect(events.map(({ type }) => type)).toEqual(['ContractCorrected', 'ReportingScheduleAgreed']);
  });

  it('of members restates them all, those whose rows are gone too', async () => {
    const ground = emptyGround();
    const { position } = await ground.import(smallWorkbook);
    const members = [{ contract: 'C01', provider: 'P02', share_percent: '25' }, { contract: 'C01', provider: 'P03', share_percent: '15' }];
    const providers = [{ reference: 'P03', name: 'Open Door', type: 'charity or community' }];
    const answer = await ground.import({ about: aboutFenmarch, providers, members }, varied as never);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], absent: [{ sheet: 'providers', reference: 'P01' }, { sheet: 'providers', reference: 'P02' }, { sheet: 'members', reference: 'C01, P01' }] });
    const agreed = (await ground.events(position)).at(-1)!;
    expect(agreed.payload).toMatchObject({ members: [{ provider: 'P01', share: '60' }, { provider: 'P02', share: '25' }, { provider: 'P03', share: '15' }], change: { kind: 'variation' } });
  });

  it('of deliveries needs its own reason, and corrects what it said under a reference of its own', async () => {
    const { answer: without } = await again('deliveries', 0, { quantity: '4' }, typedWrong);
    expect(without.problems).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 2, column: 'reason', value: '' })]);
    const { ground, answer, events } = await again('deliveries', 0, { quantity: '4', reason: 'A fourth starter' });
    expect(answer).toMatchObject({ status: 'accepted', counts: { changed: 1 } });
    expect(events).toEqual([expect.objectContaining({ type: 'DeliveryCorrected' })]);
    expect(events[0]!.payload).toMatchObject({ report: 'D001 (2)', corrects: 'D001', quantity: '4' });
    const third = withRow(smallWorkbook, 'deliveries', 0, { quantity: '5', reason: 'And a fifth' });
    const reviewed = withRow(third, 'reviews', 2, { delivery: 'D001', decision: 'validated', method: 'document', reviewed_on: '2026-05-01', reviewed_by: 'manager@x.example' });
    await ground.import(reviewed);
    const [corrected, validated] = (await ground.events(answer.position)).map(({ payload }) => payload);
    expect(corrected).toMatchObject({ report: 'D001 (3)', corrects: 'D001 (2)', quantity: '5' });
    expect(validated).toMatchObject({ report: 'D001 (3)' });
  });

  it('of deliveries keeps to 40 characters, whatever the reference', async () => {
    const long = 'D'.repeat(40);
    const ground = emptyGround();
    const workbook = withRow(smallWorkbook, 'deliveries', 2, { reference: long });
    await ground.import(workbook);
    await ground.import(withRow(workbook, 'deliveries', 2, { people: '41', reason: 'One more' }));
    expect((await ground.events()).at(-1)!.payload).toMatchObject({ report: `${'D'.repeat(36)} (2)`, corrects: long });
  });

  it('of deliveries that another row has corrected is refused, and the fix names that row', async () => {
    const ground = emptyGround();
    const corrected = withRow({ ...smallWorkbook, reviews: [] }, 'deliveries', 3, { ...smallWorkbook.deliveries[1], reference: 'D004', quantity: '7', corrects: 'D002', reason: 'Less' });
    await ground.import(corrected);
    const answer = await ground.import(withRow(corrected, 'deliveries', 1, { quantity: '8', reason: 'More' }));
    expect(answer.problems).toEqual([expect.objectContaining({ row: 3, column: 'corrects', rule: expect.stringContaining('D004 is in force') as string })]);
  });

  it.each<[keyof typeof smallWorkbook, number, StatedRow, string, string]>([
    ['deliveries', 0, { commitment: 'K02', reason: 'x' }, 'commitment', 'must stay K01, as when D001 was imported'],
    ['deliveries', 0, { corrects: 'D002', reason: 'x' }, 'corrects', 'must stay empty, as when D001 was imported'],
    ['break_clauses', 0, { contract: 'C02' }, 'contract', 'must stay C01, as when B1 was imported'],
    ['commitments', 0, { contract: 'C02', provider: '' }, 'contract', 'must stay C01, as when K01 was imported'],
  ])('of %s (%i %j) cannot move elsewhere', async (sheet, index, over, column, rule) => {
    const { answer } = await again(sheet, index, over, typedWrong);
    expect(answer.problems).toEqual([expect.objectContaining({ sheet, row: index + 2, column, rule })]);
  });

  it('of reviews is a further decision, with a reason', async () => {
    const { answer } = await again('reviews', 0, { method: 'visit' });
    expect(answer.problems).toEqual([expect.objectContaining({ sheet: 'reviews', row: 2, column: 'reason' })]);
    const { events } = await again('reviews', 0, { method: 'visit', reason: 'Seen' });
    expect(events).toEqual([expect.objectContaining({ type: 'DeliveryValidated' })]);
  });

  it('is compared with what was imported last, not with what commands did since', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    const changed = withRow(smallWorkbook, 'contracts', 0, { title: 'School' });
    await ground.import(changed, typedWrong as never);
    expect(await ground.import(changed)).toMatchObject({ status: 'unchanged' });
    expect((await ground.import(smallWorkbook)).problems).toHaveLength(1);
  });
});

describe('A row that is gone', () => {
  it('changes nothing and is listed as absent; a sheet that was left out says nothing', async () => {
    const ground = emptyGround();
    const { position } = await ground.import(smallWorkbook);
    const answer = await ground.import({ about: aboutFenmarch, deliveries: smallWorkbook.deliveries.slice(0, 2), targets: [smallWorkbook.targets[1]] });
    expect(answer).toMatchObject({
      status: 'unchanged',
      position,
      counts: { absent: 2 },
      absent: [
        { sheet: 'targets', reference: 'K01, 2024-04-01, 2025-03-31' },
        { sheet: 'deliveries', reference: 'D003' },
      ],
    });
  });
});

describe('What came into the ledger in another way', () => {
  it('is not taken over by a new row of its reference', async () => {
    const ground = emptyGround();
    await ground.import(smallWorkbook);
    // As if no workbook had brought it.
    const asIfByHand = { ...ground, importedRows: new MemoryImportedRows() };
    const answer = await importWorkbook(asIfByHand, { reader: csvParts('x', filesOf(smallWorkbook)), commandId: 'x', actingAs: 'x' });
    expect(answer.status).toBe('rejected');
    expect(answer.problems.map(({ sheet, column, value }) => `${sheet} ${column} ${value}`)).toEqual([
      'providers reference P01',
      'providers reference P02',
      'measures reference M01',
      'measures reference M02',
      'measures reference M03',
    ]);
  });
});
