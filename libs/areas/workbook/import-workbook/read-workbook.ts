import { about, type AboutRow } from '../sheets/about.js';
import type { RowOf, Sheet } from '../sheets/sheet.js';
import { isOurs } from '../sheets/ours.js';
import { SHEET_NAMES, template, type SheetName, type Template } from '../sheets/template.js';
import { type SheetSource, UnreadableSheet } from '../reader/workbook-reader.js';
import { readHeader } from './header.js';
import { Problems } from './problems.js';
import type { Row } from './row.js';
import { takeRow } from './take-row.js';

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
export async function readAbout(sources: readonly SheetSource[], problems: Problems): Promise<readonly Row<AboutRow>[] | undefined> {
  const found = sources.filter(({ name }) => name === about.name);
  if (found.length === 0) {
    const fix = 'Add the sheet about with the keys template, version and authority.';
    problems.add({ sheet: about.name, row: null, column: '' }, '', 'must be there: it says what the file is and whose', fix);
    return undefined;
  }
  return readSheet(about, found[0]!, problems);
}

/** Reads every row of every sheet; says which sheets no workbook has, and passes them over. */
export async function readWorkbook(
  sources: readonly SheetSource[],
  problems: Problems,
  warnings: Problems,
  progress: (rows: number) => void = () => undefined,
): Promise<ReadWorkbook> {
  const rows: Partial<Record<SheetName, readonly Row[]>> = {};
  const broken = new Set<SheetName>();
  let read = 0;
  for (const name of SHEET_NAMES) {
    const source = sources.find((one) => one.name === name);
    if (!source) continue;
    const found = await readSheet<object>(template[name], source, problems, warnings, () => {
      if (++read % 1000 === 0) progress(read);
    });
    if (found) rows[name] = found;
    else broken.add(name);
  }
  unknownSheets(sources, problems, warnings);
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
  let header: ReturnType<typeof readHeader>;
  try {
    for await (const row of source.rows()) {
      if (header) {
        const read = takeRow(sheet, header, row, problems, warnings);
        if (!read) continue;
        rows.push(read);
        each();
      } else {
        header = readHeader(sheet, row.number, row.cells, problems);
        if (!header) return undefined;
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    const { row, column, value, rule, fix } = error.fault;
    problems.add({ sheet: sheet.name, row, column }, value, rule, fix);
    return undefined;
  }
  if (header) return rows;
  problems.add({ sheet: sheet.name, row: null, column: '' }, '', 'must not be empty', 'Put the column names in its first row, or leave the sheet out.');
  return undefined;
}

function unknownSheets(sources: readonly SheetSource[], problems: Problems, warnings: Problems): void {
  const known = new Set<string>([about.name, ...SHEET_NAMES]);
  const seen = new Set<string>();
  for (const { name, origin } of sources) {
    const place = { sheet: name, row: null, column: '' };
    if (!known.has(name) && isOurs(name)) continue;
    if (!known.has(name)) warnings.add(place, origin, 'is no sheet of the template and was passed over', `The sheets are ${[...known].join(', ')}.`);
    else if (seen.has(name)) problems.add(place, origin, 'must not come twice', 'Keep one of the two.');
    seen.add(name);
  }
}
