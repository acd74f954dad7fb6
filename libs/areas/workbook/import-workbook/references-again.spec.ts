import { agreeBreakClause } from '../../break-clauses/agree-break-clause/agree-break-clause.decision.js';
import { claimOfBreakClause, decideAgreeBreakClause } from '#areas/break-clauses/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { fold } from '#domain/kernel/decider.js';
import { aboutFenmarch, emptyGround, smallWorkbook, type StatedRow, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';

/** The small workbook is in; then another comes, with a reason for whatever changed. */
async function then(workbook: StatedWorkbook, asked: object = { reason: 'Why', kind: 'entry-error' }) {
  const ground = emptyGround();
  const { position } = await ground.import(smallWorkbook);
  const answer = await ground.import(workbook, asked);
  return { answer, types: (await ground.events(position)).map(({ stream, type }) => `${stream} ${type}`), ground };
}
const briefly = (told: readonly { sheet: string; cells: readonly string[]; rule: string }[]) => told.map(({ sheet, cells, rule }) => `${sheet} ${cells.join(' ')} ${rule}`);
const moved = (sheet: keyof typeof smallWorkbook, index: number, over: StatedRow) => withRow(smallWorkbook, sheet, index, over);

describe('A row is known by its reference, wherever it stands', () => {
  it('so a workbook sorted in another way changes nothing', async () => {
    const backwards = Object.fromEntries(Object.entries(smallWorkbook).map(([sheet, rows]) => [sheet, [...rows].reverse()]));
    expect((await then(backwards)).answer).toMatchObject({ status: 'unchanged', problems: [], warnings: [], absent: [] });
  });

  it('and one that moved and changed is changed, and no other', async () => {
    const [first, second, third] = smallWorkbook.deliveries;
    const { answer, ground } = await then({ ...smallWorkbook, deliveries: [second, third, { ...first, quantity: '4', reason: 'One more' }] });
    expect(answer).toMatchObject({ status: 'accepted', counts: { changed: 1, added: 0, unchanged: 22, events: 1 }, absent: [] });
    expect((await ground.events()).at(-1)!.payload).toMatchObject({ report: 'D001 (2)', corrects: 'D001', quantity: '4' });
  });

  it('and rows may be spread over workbooks: what is not sent changes nothing', async () => {
    const { answer } = await then({ about: aboutFenmarch, deliveries: [{ ...smallWorkbook.deliveries[2], reference: 'D004', from: '2024-06-15', to: '2024-06-15' }] });
    expect(answer).toMatchObject({ status: 'accepted', counts: { added: 1, absent: 3 }, problems: [] });
  });
});

describe('A row that comes under another reference, and says just the same', () => {
  it.each<[keyof typeof smallWorkbook, number, string, string]>([
    ['providers', 1, 'P22', 'P02'],
    ['contracts', 1, 'C22', 'C02'],
    ['measures', 2, 'M22', 'M03'],
    ['commitments', 2, 'K22', 'K03'],
    ['break_clauses', 0, 'B22', 'B1'],
    ['deliveries', 2, 'D22', 'D003'],
  ])('goes in with a warning that it may count twice: %s %i as %s', async (sheet, index, reference, was) => {
    const { answer, types } = await then(moved(sheet, index, { reference }));
    expect(briefly(answer.warnings)).toContain(`${sheet} A${index + 2} is just what ${was} says, which was imported before and is in the sheet no more`);
    expect(answer.warnings.find(({ rule }) => rule.startsWith('is just what'))!.fix).toBe(`If it is ${was} under another reference, it counts twice now: withdraw one of the two. If it is another one just alike, leave it.`);
    expect(answer.problems).toEqual([]);
    expect(types.length).toBeGreaterThan(0);
  });

  it('whatever its reason, since a reason says nothing of what was delivered', async () => {
    const { answer } = await then(moved('deliveries', 2, { reference: 'D22', reason: 'New number' }));
    expect(answer.warnings.filter(({ rule }) => rule.startsWith('is just what D003'))).toHaveLength(1);
  });

  it('goes in without one where the row that it is like stands in the sheet too', async () => {
    const { answer, types } = await then(moved('deliveries', 3, { ...smallWorkbook.deliveries[2], reference: 'D22' }));
    expect(answer).toMatchObject({ status: 'accepted', problems: [] });
    expect(answer.warnings.filter(({ rule }) => rule.startsWith('is just what'))).toEqual([]);
    expect(types).toEqual(['contract:C02 DeliveryReported']);
  });
});

describe('A reference that is used for something else', () => {
  it.each<[string, StatedWorkbook, string]>([
    ['a commitment in another contract', moved('commitments', 0, { contract: 'C02', provider: '' }), 'commitments B2 must stay C01, as when K01 was imported'],
    ['a commitment of a measure of another kind', moved('commitments', 0, { measure: 'M02' }), 'commitments C2 must be of the kind FTE, in which deliveries are recorded already, and is money'],
    ['a delivery on another commitment', moved('deliveries', 0, { commitment: 'K02', reason: 'x' }), 'deliveries B2 must stay K01, as when D001 was imported'],
    ['a clause of another contract', moved('break_clauses', 0, { contract: 'C02' }), 'break_clauses B2 must stay C01, as when B1 was imported'],
  ])('is refused: %s', async (_what, workbook, problem) => {
    const { answer, types } = await then(workbook);
    expect(briefly(answer.problems)).toEqual([problem]);
    expect(types).toEqual([]);
  });

  it('is refused twice where two rows have changed places', async () => {
    const [first, second, third] = smallWorkbook.deliveries;
    const { answer } = await then({ ...smallWorkbook, deliveries: [{ ...first, reference: 'D002', reason: 'x' }, { ...second, reference: 'D001', reason: 'x' }, third] });
    expect(briefly(answer.problems)).toEqual(['deliveries B2 must stay K02, as when D002 was imported', 'deliveries B3 must stay K01, as when D001 was imported']);
  });

  it.each<[string, StatedWorkbook, string]>([
    ['a contract', moved('contracts', 0, { title: 'Bins', provider: 'P02' }), 'contracts B2 is not what it was when C01 was last imported, nor is provider, so that C01 may have been used for something else'],
    ['a provider', moved('providers', 0, { name: 'Other', companies_house: '01234567' }), 'providers B2 is not what it was when P01 was last imported, nor is companies_house, so that P01 may have been used for something else'],
    ['a measure in another unit', moved('measures', 0, { unit: 'meal' }), 'measures E2 is not what it was when M01 was last imported, so that M01 may have been used for something else'],
    ['a clause', moved('break_clauses', 0, { condition: 'silence', below_percent: '', consecutive_periods: '', working_days_late: '3', summary: 'Silence' }), 'break_clauses C2 is not what it was when B1 was last imported, nor is summary, so that B1 may have been used for something else'],
  ])('is warned of where it may yet be the same thing: %s', async (_what, workbook, warning) => {
    const { answer } = await then(workbook);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { changed: 1 } });
    expect(briefly(answer.warnings)).toEqual([warning]);
  });

  it('is not warned of where less changed: a new name, another lead, a factor', async () => {
    for (const workbook of [moved('contracts', 0, { title: 'Schools and nurseries' }), moved('contracts', 0, { provider: 'P02' }), moved('providers', 0, { name: 'Brightwell plc' }), moved('measures', 0, { deadweight_percent: '50' })]) {
      expect((await then(workbook)).answer).toMatchObject({ status: 'accepted', warnings: [], counts: { changed: 1 } });
    }
  });

  it('and without a reason, nothing of it goes in', async () => {
    const { answer } = await then(moved('contracts', 0, { title: 'Bins', provider: 'P02' }), {});
    expect(answer.problems).toEqual([expect.objectContaining({ cells: ['B2'], rule: expect.stringContaining('(title, provider), unless the import says why') as string })]);
    expect(answer.warnings).toEqual([]);
  });
});

it('A clause whose reference another contract has, by page or API, ended the import in place of being told', async () => {
  const ground = emptyGround();
  await ground.import({ ...smallWorkbook, break_clauses: [] });
  const stream = contractStream('C02');
  const stored = await ground.ledger.readStream('fenmarch', stream);
  const state = fold(contractEvolution, stored);
  const clause = agreeBreakClause.parse({ reference: 'B1', condition: { kind: 'silence', workingDaysLate: 5 }, timeToPutRightWorkingDays: 10, remediable: true, summary: 'Silence' });
  await ground.ledger.import({
    ...{ authority: 'fenmarch', commandId: 'by-hand', requestHash: '0'.repeat(64), actor: 'person-test', expectedVersions: new Map([[stream, stored.length]]) },
    events: decideAgreeBreakClause(state, 'C02', clause, { today: '2026-06-30' }).map((event) => ({ stream, event })),
    references: claimOfBreakClause(state, 'B1'),
  });
  const { problems } = await ground.import(smallWorkbook);
  expect(briefly(problems)).toEqual(['break_clauses A2 must not be another break clause’s in this authority; B1 is one of the contract C02, and no import brought it']);
});
