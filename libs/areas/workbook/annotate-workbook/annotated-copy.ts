import type { ImportAnswer } from '../import-workbook/import-answer.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';
import { type SpreadsheetForm, writeSpreadsheet } from '../write-spreadsheet/spreadsheet-form.js';
import type { WrittenSheet } from '../write-spreadsheet/written-workbook.js';
import { copiedSheets } from './copied-sheet.js';
import { markedRows } from './marked-rows.js';
import { marksOf } from './marks.js';
import { problemsSheet } from './problems-sheet.js';

/** How wide the columns of a copy are, in characters; beyond them, as wide as the program makes them. */
const WIDTH = 18;
const WIDE_COLUMNS = 26;

/**
 * A copy of a workbook as it was read, row for row, with what an import answered: a first sheet that lists it, and each
 * cell concerned coloured and with a note. Corrected, it can be sent again; what was added to it is passed over.
 */
export async function annotatedCopy(reader: WorkbookReader, answer: ImportAnswer, form: SpreadsheetForm): Promise<Uint8Array> {
  const sheets = copiedSheets(await reader.sheets());
  const marks = marksOf(answer);
  const copied = sheets.map(
    ({ name, title, rows }): WrittenSheet => ({
      name: title,
      columns: Array.from({ length: WIDE_COLUMNS }, () => ({ width: WIDTH })),
      frozenRows: 1,
      rows: markedRows(rows(), marks.get(name) ?? new Map()),
    }),
  );
  const workbook = { title: `What to mend in ${reader.name}`, sheets: [problemsSheet(reader.name, answer, sheets), ...copied] };
  return writeSpreadsheet(form, workbook);
}
