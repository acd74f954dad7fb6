import { readFileSync, writeFileSync } from 'node:fs';
import * as SheetJS from '@e965/xlsx';
import type { CorrectCopy } from './correct-copy.js';
import { placeOf, type Sheets } from './grid.js';

/*
 * Workbooks as somebody else's program writes them, with cells typed as people's are: days, numbers and pounds are what they
 * look like, and what cannot be read as one is text.
 */

type Kind = 'xlsx' | 'ods';

const DAYS = /^(from|to|.*_on)$/;
const NUMBERS = /^(quantity|evidenced_quantity|hours|people|value_gbp|unit_value_gbp|below_percent|share_percent|.*_percent|consecutive_periods|due_working_days|.*working_days.*)$/;

export function writeSpreadsheet(path: string, sheets: Sheets, kind: Kind): void {
  const book = SheetJS.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet: SheetJS.WorkSheet = {};
    rows.forEach((row, at) => row.forEach((text, index) => typeInto(sheet, at, index, text, rows[0]![index] ?? '')));
    SheetJS.utils.book_append_sheet(book, sheet, name);
  }
  save(book, path, kind);
}

/** In a spreadsheet, as another program opens and saves it. */
export function correctSpreadsheet(kind: Kind): CorrectCopy {
  return (path, cells) => {
    const book = SheetJS.read(readFileSync(path), { cellDates: true, cellNF: true, UTC: true });
    for (const [name, typed] of Object.entries(cells)) {
      const sheet = book.Sheets[name]!;
      for (const [cell, text] of Object.entries(typed)) {
        const { row, column } = placeOf(cell);
        const heading = (sheet[SheetJS.utils.encode_cell({ r: 0, c: column })] as SheetJS.CellObject | undefined)?.v;
        typeInto(sheet, row - 1, column, text, typeof heading === 'string' ? heading : '');
      }
    }
    save(book, path, kind);
  };
}

function save(book: SheetJS.WorkBook, path: string, kind: Kind): void {
  writeFileSync(path, SheetJS.write(book, { type: 'buffer', bookType: kind, cellDates: true }) as Buffer);
}

function typeInto(sheet: SheetJS.WorkSheet, row: number, column: number, text: string, heading: string): void {
  const cell = SheetJS.utils.encode_cell({ r: row, c: column });
  delete sheet[cell];
  if (text !== '') sheet[cell] = row === 0 ? { t: 's', v: text } : typed(text, heading);
  const range = SheetJS.utils.decode_range((sheet['!ref'] as string | undefined) ?? 'A1');
  range.e = { r: Math.max(range.e.r, row), c: Math.max(range.e.c, column) };
  sheet['!ref'] = SheetJS.utils.encode_range(range);
}

function typed(text: string, heading: string): SheetJS.CellObject {
  const slashed = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  const iso = slashed ? `${slashed[3]}-${slashed[2]}-${slashed[1]}` : text;
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) && DAYS.test(heading) ? new Date(`${iso}T00:00:00.000Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)) return { t: 'd', v: day, z: 'dd/mm/yyyy' };
  const pounds = /^£\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && (heading === 'value_gbp' || heading === 'quantity');
  const plain = pounds ? text.replace(/[£,]/g, '') : text;
  if ((DAYS.test(heading) || NUMBERS.test(heading)) && /^-?\d+(\.\d+)?$/.test(plain)) return { t: 'n', v: Number(plain), ...(pounds ? { z: '"£"#,##0.00' } : {}) };
  return { t: 's', v: text };
}
