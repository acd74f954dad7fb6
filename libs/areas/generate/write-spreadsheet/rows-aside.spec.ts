import { MOST_ROWS, rowOf, type SheetName } from '#areas/workbook/index.js';
import type { MadeRow } from '../history/made-row.js';
import { RowsAside } from './rows-aside.js';

const asked = { seed: 1, contracts: 2, events: 5_000_000 };
const year = (year: string): MadeRow => ({ sheet: 'closed_years', moment: 0, values: rowOf('closed_years', { year }) });

describe('Rows that wait for their sheet', () => {
  it('come back in the order in which they came, sheet by sheet', async () => {
    const aside = await RowsAside.open(asked);
    try {
      const member: MadeRow = { sheet: 'members', moment: 0, values: rowOf('members', { contract: 'C01', provider: 'P1', share_percent: '40' }) };
      await aside.put([year('2022/23'), member, year('2023/24')]);
      await aside.put([year('2024/25')]);
      const of = async (sheet: SheetName): Promise<readonly object[]> => {
        const rows: object[] = [];
        for await (const row of aside.of(sheet)) rows.push(row);
        return rows;
      };
      expect(await of('closed_years')).toEqual([{ year: '2022/23' }, { year: '2023/24' }, { year: '2024/25' }]);
      expect(await of('members')).toEqual([member.values]);
      expect(await of('returns')).toEqual([]);
    } finally {
      await aside.close();
    }
  });

  it('are refused where no import would take them: a file of 400,000 rows was written that its own import refused', async () => {
    expect(MOST_ROWS).toBe(250_000);
    const aside = await RowsAside.open(asked, 2);
    try {
      const member: MadeRow = { sheet: 'members', moment: 0, values: rowOf('members', { contract: 'C01', provider: 'P1', share_percent: '40' }) };
      await aside.put([year('2022/23'), year('2023/24')]);
      await expect(aside.put([member])).rejects.toThrow(/--events: must come to no more than 2 rows in all sheets together.*\(found “5000000”\)/);
    } finally {
      await aside.close();
    }
  });
});
