import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type RowsByHand, SHEET_NAMES, type SheetName, type SpreadsheetForm, template, writeSpreadsheet, type WrittenCell, type WrittenSheet } from '#areas/workbook/index.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { checkAsked, type HistoryAsked } from '../asked.js';
import { asItStands } from '../history/as-it-stands.js';
import { makePortfolios } from '../history/make-portfolio.js';
import type { Setting } from '../setting.js';
import { aboutRows } from './about-rows.js';
import { cellText, columnsOf, valueOf } from './csv-text.js';

export interface OneWorkbookWritten {
  readonly file: string;
  readonly authority: string;
  readonly name: string;
  readonly contracts: number;
  /** Of all its sheets. */
  readonly rows: number;
}

/** As many as fit a sheet of any spreadsheet program, under its header. */
const MOST_ROWS = 1_048_575;

/**
 * Writes an invented authority as one spreadsheet: as it stands at the end of its history, which one workbook cannot
 * tell as it happened.
 * @throws Refusal the file is there already, a sheet would be too long, or what is asked cannot be made
 */
export async function writeOneWorkbook(
  setting: Setting,
  asked: HistoryAsked,
  { file, form }: { readonly file: string; readonly form: SpreadsheetForm },
  progress: (done: number, of: number) => void = () => undefined,
): Promise<OneWorkbookWritten> {
  checkAsked(asked);
  if (await stat(file).catch(() => undefined)) refuse('--out', file, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  const portfolios = [];
  let events = 0;
  for (const portfolio of makePortfolios({ ...asked, setting })) {
    portfolios.push(portfolio);
    progress((events += portfolio.events), Math.max(events, asked.events));
  }
  const stands = asItStands(portfolios);
  const longest = Math.max(...SHEET_NAMES.map((sheet) => stands[sheet]?.length ?? 0));
  if (longest > MOST_ROWS) refuse('--out', file, `must be a folder for as much as this: a sheet would have ${longest.toLocaleString('en-GB')} rows`, 'Name a folder; it gets a folder of CSVs for each import.');
  const sheets = SHEET_NAMES.flatMap((sheet) => (stands[sheet] ? [sheetOf(sheet, stands[sheet])] : []));
  const bytes = await writeSpreadsheet(form, { title: `${setting.name}, an invented authority`, sheets: [about(setting), ...sheets] });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes, { flag: 'wx' });
  const rows = SHEET_NAMES.reduce((sum, sheet) => sum + (stands[sheet]?.length ?? 0), 0);
  return { file, authority: setting.code, name: setting.name, contracts: asked.contracts, rows };
}

function about(setting: Setting): WrittenSheet {
  const rows = aboutRows(setting, dateIn(setting.moments.at(-1)!.at)).map((cells) => ({ cells: cells.map((text) => ({ text })) }));
  return { name: 'about', columns: [{ width: 16 }, { width: 36 }], frozenRows: 1, rows };
}

function sheetOf(sheet: SheetName, rows: NonNullable<RowsByHand[SheetName]>): WrittenSheet {
  const columns = columnsOf(sheet, rows);
  const headings = columns.map((text) => ({ text, style: 'heading' as const }));
  return {
    name: sheet,
    columns: columns.map((column) => ({ width: column.includes('sentence') || column === 'description' || column === 'reason' || column === 'title' ? 48 : 18 })),
    frozenRows: 1,
    rows: (function* () {
      yield { cells: headings };
      for (const row of rows) yield { cells: columns.map((column) => cellOf(sheet, column, valueOf(row, column))) };
    })(),
  };
}

/** Days as days and amounts as numbers, as a person's spreadsheet has them; everything else as words. */
function cellOf(sheet: SheetName, column: string, value: unknown): WrittenCell {
  const text = cellText(sheet, column, value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { text, typed: { kind: 'date', date: text } };
  const amount = /^-?\d+(\.\d+)?$/.test(text) && !NAMES.has(column);
  return amount ? { text, typed: { kind: 'number', decimal: text, percentage: false } } : { text };
}

/** Columns that hold names, even where a name is all digits. */
const NAMES: ReadonlySet<string> = new Set(Object.values(template).flatMap(({ columns }) => Object.keys(columns).filter((column) => /reference|name|title|text|description|reason|summary|house|charity/.test(column))));
