import { csvFolder } from '../reader/csv/csv-folder.js';
import { emptyGround } from '../../../../test/support/workbook.js';

const golden = new URL('../../../../test/fixtures/golden-authority/', import.meta.url);
const imports: [string, string, number][] = [
  ['1-first-import', '2025-07-25', 155],
  ['2-second-import', '2025-07-31', 2],
  ['3-third-import', '2026-05-20', 46],
  ['4-fourth-import', '2026-06-10', 5],
];

describe('The four workbooks of the golden authority', () => {
  const ground = emptyGround();

  it.each(imports)('%s goes in without a problem', async (folder, day, rows) => {
    ground.clock.set(`${day}T12:00:00.000Z`);
    const reader = await csvFolder(new URL(folder, golden).pathname);
    const answer = await ground.importFiles([], { reader });
    expect(answer.problems).toEqual([]);
    expect(answer).toMatchObject({ status: 'accepted', held: [], counts: { rows, added: rows, changed: 0, unchanged: 0, refused: 0, held: 0 } });
    expect(answer.position).toBe((await ground.ledger.head('fenmarch'))!.position);
  });

  it.each(imports)('%s a second time changes nothing', async (folder, _day, rows) => {
    const before = await ground.ledger.head('fenmarch');
    const reader = await csvFolder(new URL(folder, golden).pathname);
    const answer = await ground.importFiles([], { reader });
    expect(answer).toMatchObject({ status: 'unchanged', position: before!.position, problems: [], counts: { rows, unchanged: rows, events: 0 } });
    expect(await ground.ledger.head('fenmarch')).toEqual(before);
  });

  it('lists the rows of earlier workbooks as absent from the sheets of the last', async () => {
    const answer = await ground.importFiles([], { reader: await csvFolder(new URL('4-fourth-import', golden).pathname), check: true });
    expect(answer.absent).toHaveLength(31 + 23 + 25 + 23);
    expect(answer.absent).toContainEqual({ sheet: 'deliveries', reference: 'D001' });
    expect(answer.absent).toContainEqual({ sheet: 'reviews', reference: 'D001, validated, 2025-07-22' });
  });
});
