import { rowOf, type SheetName, type TemplateRow } from '#areas/workbook/index.js';
import { lastStated } from './last-stated.js';
import type { MadeRow } from './made-row.js';

const made = <Name extends SheetName>(sheet: Name, given: Partial<TemplateRow<Name>>, moment = 0): MadeRow => ({ sheet, moment, values: rowOf(sheet, given) });
const reported = { commitment: 'K01', from: '2024-04-01', to: '2024-06-30', quantity: '12', description: 'In July.', reported_on: '2024-07-10', reported_by: 'returns@firm.example' } as const;
const report = made('deliveries', { reference: 'K01-24Q1', ...reported });
const correction = made('deliveries', { reference: 'K01-24Q1-b', ...reported, quantity: '9', description: null, reported_on: '2025-01-20', corrects: 'K01-24Q1', reason: 'Two names stood on the list twice.' }, 6);
const review = (delivery: string, decision: TemplateRow<'reviews'>['decision'], day: string) => made('reviews', { delivery, decision, reviewed_on: day, reviewed_by: 'manager@authority.example' });
const saying = (rows: readonly MadeRow[]) => lastStated(rows).map(({ values }) => values);

describe('What a single workbook says of a history', () => {
  it('is, of a report that was decided and then corrected, the correction under the reference of the report, and the reviews of the correction', () => {
    const later = review('K01-24Q1-b', 'validated', '2025-03-03');
    for (const decision of ['validated', 'part validated', 'rejected'] as const) {
      expect(saying([report, review('K01-24Q1', decision, '2024-08-01'), correction, later])).toEqual([
        { ...report.values, quantity: '9', description: null, reported_on: '2025-01-20' },
        { ...later.values, delivery: 'K01-24Q1' },
      ]);
    }
  });

  it('is, of a report that was queried and then corrected, both, and no query', () => {
    const later = review('K01-24Q1-b', 'validated', '2025-03-03');
    expect(saying([report, review('K01-24Q1', 'queried', '2024-08-01'), correction, later])).toEqual([report.values, correction.values, later.values]);
  });

  it('is, of a report that was queried and then validated, both reviews', () => {
    const rows = [report, review('K01-24Q1', 'queried', '2024-08-01'), review('K01-24Q1', 'validated', '2024-09-12')];
    expect(lastStated(rows)).toEqual(rows);
  });

  it('is, of rows that were stated anew, what they said last, where they stood first', () => {
    const target = (from: string, quantity: string, moment = 0) => made('targets', { commitment: 'K01', from, to: '2027-03-31', quantity }, moment);
    const provider = (reference: string, type: TemplateRow<'providers'>['type'], moment = 0) => made('providers', { reference, name: reference, type }, moment);
    expect(saying([target('2025-04-01', '120'), target('2026-04-01', '40'), target('2025-04-01', '12', 6), provider('P01', 'small business'), provider('P01', 'medium business', 8), provider('P02', 'public body')])).toEqual([
      target('2025-04-01', '12').values,
      target('2026-04-01', '40').values,
      provider('P01', 'medium business').values,
      provider('P02', 'public body').values,
    ]);
  });
});
