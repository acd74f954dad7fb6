import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import type { ImportAnswer, ImportCounts } from '../import-workbook/import-answer.js';

const COLUMNS = [
  ['added', 'New'],
  ['changed', 'Changed'],
  ['unchanged', 'As before'],
  ['held', 'Held back'],
  ['refused', 'To be mended'],
  ['absent', 'Absent'],
] as const satisfies readonly (readonly [keyof ImportCounts, string])[];

/** What becomes of the rows of each sheet that has any. What becomes of none has no column. */
export function countsTable({ counts, bySheet = [] }: Pick<ImportAnswer, 'counts' | 'bySheet'>, caption: string): FiguresTable {
  const columns = COLUMNS.filter(([column]) => column === 'added' || counts[column] > 0);
  const cells = (name: string, of: Omit<ImportCounts, 'events'>) => ({ cells: [{ text: name }, ...columns.map(([column]) => ({ text: of[column].toLocaleString('en-GB') }))] });
  return {
    id: 'rows',
    caption,
    columns: [{ heading: 'Sheet', numeric: false }, ...columns.map(([, heading]) => ({ heading, numeric: true }))],
    rows: bySheet.filter(({ rows, absent }) => rows + absent > 0).map((sheet) => cells(sheet.sheet, sheet)),
    total: cells('All sheets', counts),
  };
}
