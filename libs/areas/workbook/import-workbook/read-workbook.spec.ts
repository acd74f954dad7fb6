import { filesOf, smallWorkbook } from '../../../../test/support/workbook.js';
import { csvParts } from '../reader/csv/csv-parts.js';
import { Problems } from './problems.js';
import { MOST_ROWS, readWorkbook } from './read-workbook.js';

describe('A workbook of very many rows', () => {
  const sheets = () => csvParts('many', filesOf(smallWorkbook)).sheets();
  const all = Object.entries(smallWorkbook).reduce((sum, [name, rows]) => sum + (name === 'about' ? 0 : rows.length), 0);

  it('is read as long as there are not more than can be planned together', async () => {
    const problems = new Problems();
    const { broken } = await readWorkbook(await sheets(), problems, new Problems(), () => undefined, all);
    expect([broken.size, problems.none]).toEqual([0, true]);
    expect(MOST_ROWS).toBeGreaterThanOrEqual(100_000);
  });

  it('is refused as a whole, and told once, at the sheet in which they became too many', async () => {
    const problems = new Problems();
    const { rows, broken } = await readWorkbook(await sheets(), problems, new Problems(), () => undefined, smallWorkbook.providers.length);
    expect(problems.list([])).toEqual([
      expect.objectContaining({ sheet: 'contracts', row: null, rule: `must not bring the workbook to more than ${smallWorkbook.providers.length} rows in all its sheets`, fix: expect.stringContaining('several workbooks') as unknown }),
    ]);
    expect(rows.providers).toHaveLength(smallWorkbook.providers.length);
    expect([...broken]).toEqual(expect.arrayContaining(['contracts', 'commitments', 'deliveries']));
  });
});
