import type { ImportAnswer, WorkbookProblem } from '../import-workbook/import-answer.js';

/** A line of the sheet `problems`. */
export interface Finding {
  readonly what: 'mend this' | 'held back' | 'worth a look';
  readonly sheet: string;
  /** The first cell that it was found in, as a spreadsheet names it; empty where the whole sheet or file is meant. */
  readonly cell: string;
  readonly column: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
  /** How many cells it was found in. */
  readonly count: number;
  /** All of them, or as many as can be told in a line. */
  readonly cells: string;
}

export const FINDING_COLUMNS = ['what', 'sheet', 'cell', 'column', 'value', 'rule', 'fix', 'how_many', 'all_cells'] as const;

/** More cells than these are told by their number: they are marked in the sheet. */
const CELLS_TOLD = 40;

/** What an import answered, line by line: what must be mended, what was held back for it, what deserves a look. */
export function findingsOf({ problems, held, warnings }: ImportAnswer): readonly Finding[] {
  return [
    ...problems.map((problem) => finding('mend this', problem)),
    ...held.map(
      ({ sheet, reference, rows }): Finding => ({
        ...{ what: 'held back', sheet, cell: '', column: '', value: reference, count: rows, cells: '' },
        rule: `is held back, ${rows === 1 ? 'one row' : `${rows} rows`} in all, until what is wrong is mended`,
        fix: 'It goes in when that is done and the workbook is sent again.',
      }),
    ),
    ...warnings.map((warning) => finding('worth a look', warning)),
  ];
}

function finding(what: Finding['what'], { sheet, column, value, rule, fix, cells }: WorkbookProblem): Finding {
  const told = cells.slice(0, CELLS_TOLD).map(firstCell).join(', ');
  const more = cells.length > CELLS_TOLD ? ` and ${cells.length - CELLS_TOLD} more` : '';
  return { what, sheet, cell: cells.length === 0 ? '' : firstCell(cells[0]!), column, value, rule, fix, count: cells.length, cells: told + more };
}

/** Of a row (`12:12`) its first cell, else the cell itself. */
export function firstCell(place: string): string {
  const row = /^(\d+):\1$/.exec(place);
  return row ? `A${row[1]}` : place;
}

/** Said above the findings. */
export const HOW_TO_MEND = [
  'Mend what is marked, in this file or in your own, and send it again. What has gone in already is recognised and changes nothing.',
  'This list, the colours and the notes are passed over when the file comes in; they need not be taken away.',
  'Evidence is looked for beside the file that is sent: put this one into the folder in which the evidence files lie.',
] as const;
