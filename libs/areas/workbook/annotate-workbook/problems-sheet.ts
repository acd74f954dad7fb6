import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { PROBLEMS } from '../sheets/ours.js';
import type { WrittenCell, WrittenRow, WrittenSheet } from '../write-spreadsheet/written-workbook.js';
import type { CopiedSheet } from './copied-sheet.js';
import { type Finding, FINDING_COLUMNS, findingsOf, HOW_TO_MEND } from './findings.js';

const WIDTHS: Readonly<Record<(typeof FINDING_COLUMNS)[number], number>> = {
  ...{ what: 13, sheet: 18, cell: 8, column: 22, value: 26, rule: 60, fix: 60, how_many: 10, all_cells: 30 },
};

/** The first sheet of a copy: what was found, line by line, each with a link to its first cell. */
export function problemsSheet(of: string, answer: ImportAnswer, sheets: readonly CopiedSheet[]): WrittenSheet {
  const titles = new Map(sheets.map(({ name, title }) => [name, title]));
  const intro: readonly WrittenRow[] = [
    { cells: [{ text: `What to mend in ${of}`, style: 'title' }] },
    ...HOW_TO_MEND.map((text): WrittenRow => ({ cells: [{ text }] })),
    { cells: [] },
    { cells: FINDING_COLUMNS.map((name) => ({ text: name.replace('_', ' '), style: 'required heading' as const })) },
  ];
  return {
    name: PROBLEMS,
    columns: FINDING_COLUMNS.map((name) => ({ width: WIDTHS[name] })),
    frozenRows: intro.length,
    rows: [...intro, ...findingsOf(answer).map((finding) => ({ cells: cellsOf(finding, titles.get(finding.sheet)) }))],
  };
}

function cellsOf(finding: Finding, title: string | undefined): readonly WrittenCell[] {
  const { what, sheet, cell, column, value, rule, fix, count, cells } = finding;
  const link = title === undefined || what === 'held back' ? {} : { style: 'link' as const, link: { sheet: title, cell: cell || 'A1' } };
  return [
    ...[{ text: what }, { text: title ?? sheet, ...(cell === '' ? link : {}) }, { text: cell, ...(cell === '' ? {} : link) }, { text: column }],
    ...[{ text: value }, { text: rule, style: 'words' as const }, { text: fix, style: 'words' as const }],
    ...[count === 0 ? { text: '' } : { text: String(count), typed: { kind: 'number' as const, decimal: String(count), percentage: false } }, { text: cells }],
  ];
}
