import type { FiguresColumn, FiguresRow } from '#surface/pages/tables/figures-table.js';
import { guide } from '../sheets/guide/guide.js';
import { type Way, WAYS } from '../sheets/guide/ways.js';
import type { SheetName } from '../sheets/template.js';
import { dayFirst } from '../write-spreadsheet/written-value.js';
import type { AbsentRow, ChangedCell, HeldBack, WorkbookProblem } from '../import-workbook/import-answer.js';

/** A table of things found in a workbook, before it is cut into pages. */
export interface Findings {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly FiguresColumn[];
  readonly count: number;
  /** The rows from one place to another. */
  rows(from: number, to: number): readonly FiguresRow[];
}

const MOST_CELLS = 20;
const words = (...headings: readonly string[]): readonly FiguresColumn[] => headings.map((heading) => ({ heading, numeric: false }));

/** What is wrong, or worth a look: where, what was found there, the rule, and what to do. */
export function problemFindings(id: string, caption: string, found: readonly WorkbookProblem[], headings: { readonly rule: string; readonly fix: string }): Findings {
  return {
    ...{ id, caption, count: found.length },
    columns: words('Where', 'Found there', headings.rule, headings.fix),
    rows: (from, to) => found.slice(from, to).map((one) => ({ cells: [placeInWords(one), foundInWords(one), ruleInWords(one), one.fix].map((text) => ({ text })) })),
  };
}

/** What is held back, and for which rows. */
export function heldFindings(held: readonly HeldBack[], problems: readonly WorkbookProblem[]): Findings {
  return {
    ...{ id: 'held', caption: 'Held back', count: held.length },
    columns: [...words('Contract or year'), { heading: 'Rows', numeric: true }, ...words('Why')],
    rows: (from, to) => {
      const why = reasons(problems);
      return held.slice(from, to).map(({ sheet, reference, rows, because = [] }) => ({
        cells: [{ text: sheet === 'contracts' ? reference : `Closing of ${reference}` }, { text: rows.toLocaleString('en-GB') }, { text: sheet === 'contracts' ? why(because) : YEAR }],
      }));
    },
  };
}

/** What changed rows said before, and say now, cell by cell. */
export function changeFindings(caption: string, changes: readonly ChangedCell[]): Findings {
  return {
    ...{ id: 'changes', caption, count: changes.length },
    columns: words('Row', 'Column', 'Before', 'Now'),
    rows: (from, to) =>
      changes.slice(from, to).map(({ sheet, row, reference, column, cell, before, now }) => ({
        cells: [`${reference} (${sheet}, ${/^[A-Z]/.test(cell) ? cell : `row ${row}`})`, column, wordsOf(sheet, column, before), wordsOf(sheet, column, now)].map((text) => ({ text })),
      })),
  };
}

/** What a cell said, days and figures as people here write them; words about people are kept with the entry, where they can be erased. */
function wordsOf(sheet: string, column: string, text: string | null): string {
  if (text === null) return '(words about people, kept with the entry only)';
  if (text === '') return '(nothing)';
  const way = guide[sheet as SheetName]?.columns[column]?.way;
  const { typed }: Partial<Way> = way === undefined ? {} : WAYS[way];
  if (typed === 'date') return dayFirst(text);
  return typed === 'number' ? text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')) : text;
}

/** What was imported before and stands in none of the sheets any more. */
export function absentFindings(absent: readonly AbsentRow[]): Findings {
  return {
    ...{ id: 'absent', caption: 'Imported before, and not in this workbook', count: absent.length },
    columns: words('Row', 'Sheet'),
    rows: (from, to) => absent.slice(from, to).map(({ sheet, reference }) => ({ cells: [{ text: reference }, { text: sheet }] })),
  };
}

const YEAR = 'A year is closed only when nothing is held back or has to be mended: what comes in after that belongs to the next year.';

/** `deliveries: F12, F13 and 7 more` */
export function placeInWords({ sheet, row, cells }: WorkbookProblem): string {
  if (sheet === '') return 'The file';
  const named = cells.length > 0 ? cells.map(cellInWords) : row === null ? [] : [`row ${row}`];
  if (named.length === 0) return sheet;
  const shown = named.slice(0, MOST_CELLS).join(', ');
  return `${sheet}: ${shown}${named.length > MOST_CELLS ? ` and ${(named.length - MOST_CELLS).toLocaleString('en-GB')} more` : ''}`;
}

/** A whole row is named `12:12`, as spreadsheets do; people say row 12. */
function cellInWords(cell: string): string {
  const [, row] = /^(\d+):\1$/.exec(cell) ?? [];
  return row === undefined ? cell : `row ${row}`;
}

function foundInWords({ value }: WorkbookProblem): string {
  return value === '' ? '(nothing)' : value;
}

/** A rule with what it is about: `quantity must be a number`. */
function ruleInWords({ sheet, row, column, rule }: WorkbookProblem): string {
  const about = column !== '' ? column : sheet === '' ? 'The file' : row === null ? `The sheet ${sheet}` : 'The row';
  return `${about} ${rule}`;
}

/** Says of refused rows what is wrong with the first that is told of, and how many more there are. */
function reasons(problems: readonly WorkbookProblem[]): (because: NonNullable<HeldBack['because']>) => string {
  const byRow = new Map<string, WorkbookProblem>();
  for (const problem of problems) {
    for (const cell of problem.cells) {
      const key = `${problem.sheet} ${/\d+$/.exec(cell)?.[0]}`;
      if (!byRow.has(key)) byRow.set(key, problem);
    }
  }
  return (because) => {
    const [first] = because;
    if (!first) return 'Something that it needs stands in a sheet that could not be read.';
    const found = byRow.get(`${first.sheet} ${first.row}`);
    const more = because.length - 1;
    return `${first.sheet}, row ${first.row}${found ? `: ${ruleInWords(found)}` : ''}${more > 0 ? `; and ${more === 1 ? 'one more row' : `${more} more rows`}` : ''}.`;
  };
}
