import { about, type AboutRow } from '../sheets/about.js';
import type { RowOf, Sheet } from '../sheets/sheet.js';
import { isOurs } from '../sheets/ours.js';
import { SHEET_NAMES, template, type SheetName, type Template } from '../sheets/template.js';
import { type SheetRow, type SheetSource, UnreadableSheet } from '../reader/workbook-reader.js';
import { findHeader, HEADER_WITHIN } from './find-header.js';
import { type Header, readHeader } from './header.js';
import { Problems } from './problems.js';
import type { Row } from './row.js';
import { takeRow } from './take-row.js';

/**
 * Rows of a workbook at the most. They are planned together, in memory: 100,000 were seen to take some 400 MB.
 * Each row counts, whatever sheet it is in.
 */
export const MOST_ROWS = 250_000;

/** The rows of every sheet of the template; a sheet that was left out has none. */
export type WorkbookRows = { readonly [Name in SheetName]: readonly Row<RowOf<Template[Name]>>[] };

export interface ReadWorkbook {
  readonly rows: WorkbookRows;
  /** The sheets that the file has. */
  readonly present: ReadonlySet<SheetName>;
  /** Sheets that could not be read, or not by their header: nothing can be said of what they hold. */
  readonly broken: ReadonlySet<SheetName>;
}

/** The rows of `about`; undefined where the file has no such sheet or it cannot be read. */
export async function readAbout(sources: readonly SheetSource[], problems: Problems, warnings: Problems): Promise<readonly Row<AboutRow>[] | undefined> {
  const found = sources.filter(({ name }) => name === about.name);
  if (found.length === 0) {
    const fix = 'Add the sheet about with the keys template, version and authority.';
    problems.add({ sheet: about.name, row: null, column: '' }, '', 'must be there: it says what the file is and whose', fix);
    return undefined;
  }
  if (found.length > 1) {
    refuseOther(found[1]!, problems);
    return undefined;
  }
  return readSheet(about, found[0]!, problems, warnings);
}

/** Reads every row of every sheet; says which sheets no workbook has, and passes them over. */
export async function readWorkbook(
  sources: readonly SheetSource[],
  problems: Problems,
  warnings: Problems,
  progress: (rows: number) => void = () => undefined,
  mostRows = MOST_ROWS,
): Promise<ReadWorkbook> {
  const rows: Partial<Record<SheetName, readonly Row[]>> = {};
  const broken = new Set<SheetName>();
  let read = 0;
  const shown = sources.filter((source) => !passedOver(source, warnings));
  for (const name of SHEET_NAMES) {
    const [source, other] = shown.filter((one) => one.name === name);
    if (!source) continue;
    if (other) {
      // which of the two is meant, nobody knows: as a sheet that cannot be read
      refuseOther(other, problems);
      broken.add(name);
      continue;
    }
    if (read > mostRows) {
      // said already, of the sheet in which they became too many
      broken.add(name);
      continue;
    }
    const found = await readSheet<object>(template[name], source, problems, warnings, () => {
      if (++read > mostRows) throw tooManyRows(mostRows);
      if (read % 1000 === 0) progress(read);
    });
    if (found) rows[name] = found;
    else broken.add(name);
  }
  unknownSheets(shown, warnings);
  const all = Object.fromEntries(SHEET_NAMES.map((name) => [name, rows[name] ?? []]));
  return { rows: all as unknown as WorkbookRows, present: new Set(Object.keys(rows) as SheetName[]), broken };
}

/** The rows of a sheet; undefined where it cannot be read, and the problems say why. */
export async function readSheet<Values extends object>(
  sheet: Sheet<string, Values>,
  source: SheetSource,
  problems: Problems,
  warnings = new Problems(),
  each: () => void = () => undefined,
): Promise<readonly Row<Values>[] | undefined> {
  const rows: Row<Values>[] = [];
  let first: SheetRow[] | undefined = [];
  let header: Header | undefined;
  const take = (row: SheetRow): void => {
    const read = takeRow(sheet, header!, row, problems, warnings);
    if (!read) return;
    rows.push(read);
    each();
  };
  /** Reads the header among the first rows, then those of them that follow it. */
  const begin = (looked: readonly SheetRow[]): boolean => {
    const found = findHeader(sheet, looked);
    header = found && readHeader(sheet, found.row.number, found.row.cells, problems);
    if (!found || !header) return false;
    if (found.row.number !== looked[0]!.number) sayWhichHeader(sheet, found.row.number, warnings);
    found.after.forEach(take);
    return true;
  };
  try {
    for await (const row of source.rows()) {
      if (!first) take(row);
      else if (first.push(row) === HEADER_WITHIN) {
        if (!begin(first)) return undefined;
        first = undefined;
      }
    }
    if (!first) return rows;
    if (first.length > 0) return begin(first) ? rows : undefined;
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    const { row, column, value, rule, fix } = error.fault;
    problems.add({ sheet: sheet.name, row, column }, value, rule, fix);
    return undefined;
  }
  problems.add({ sheet: sheet.name, row: null, column: '' }, '', 'must not be empty', 'Put the column names in its first row, or leave the sheet out.');
  return undefined;
}

function tooManyRows(most: number): UnreadableSheet {
  const rule = `must not bring the workbook to more than ${most.toLocaleString('en-GB')} rows in all its sheets`;
  return new UnreadableSheet({ row: null, column: '', value: '', rule, fix: 'Divide it by contract into several workbooks, and send them one after the other.' });
}

function sayWhichHeader(sheet: Sheet, row: number, warnings: Problems): void {
  const fix = 'See that nothing above it should have been read; put the column names in the first row to be sure.';
  warnings.add({ sheet: sheet.name, row, column: '' }, '', 'was taken as the row of column names; what stands above it was passed over', fix);
}

/** What people cannot see in their spreadsheet, they cannot have checked: a sheet that is hidden is not counted. */
function passedOver({ name, origin, hidden }: SheetSource, warnings: Problems): boolean {
  if (hidden !== true) return false;
  if ((SHEET_NAMES as readonly string[]).includes(name)) {
    warnings.add({ sheet: name, row: null, column: '' }, origin, 'is hidden and was passed over', 'If it should be read, unhide it in the spreadsheet program and send the workbook again.');
  }
  return true;
}

function refuseOther({ name, origin }: SheetSource, problems: Problems): void {
  problems.add({ sheet: name, row: null, column: '' }, origin, 'must not come twice', 'Keep one of the two.');
}

function unknownSheets(sources: readonly SheetSource[], warnings: Problems): void {
  const known = new Set<string>([about.name, ...SHEET_NAMES]);
  for (const { name, origin } of sources) {
    if (known.has(name) || isOurs(name)) continue;
    warnings.add({ sheet: name, row: null, column: '' }, origin, 'is no sheet of the template and was passed over', `The sheets are ${[...known].join(', ')}.`);
  }
}
