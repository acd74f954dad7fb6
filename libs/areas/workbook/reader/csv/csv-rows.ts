import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { unguarded } from '#surface/pages/tables/csv.js';
import { type SheetRow, UnreadableSheet } from '../workbook-reader.js';

/** How much text is handed to the parser at a time. */
const SLICE = 64 * 1024;

/** The longest row that is taken: far longer than any that people type, short enough to stop a quote never closed. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of a CSV. Quotes inside an unquoted cell are taken as they stand (5" pipe); a quote that is never closed is
 * refused, because the rest of the sheet would be one cell.
 * @throws UnreadableSheet
 */
export async function* csvRows(text: string): AsyncGenerator<SheetRow> {
  refuseOtherSeparators(text);
  const records = Readable.from(slices(text)).pipe(
    parse({ bom: true, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_ROW, record_delimiter: ['\r\n', '\n', '\r'] }),
  );
  let number = 0;
  try {
    for await (const cells of records as AsyncIterable<string[]>) {
      number++;
      if (cells.some((cell) => cell.trim() !== '')) yield { number, cells: cells.map((cell) => ({ text: unguarded(cell) })) };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, number + 1) : error;
  }
}

function* slices(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + SLICE);
    // A pair of surrogates stays together, or the stream would write each half as U+FFFD.
    if (to < text.length && /[\ud800-\udbff]/.test(text[to - 1]!)) to++;
    yield text.slice(from, to);
    from = to;
  }
}

/** A header without a comma that holds another separator was saved with that separator. */
function refuseOtherSeparators(text: string): void {
  const header = /^\ufeff?\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
  if (header.includes(',')) return;
  const found = header.includes(';') ? 'semicolons' : header.includes('\t') ? 'tabs' : header.includes('|') ? 'vertical bars' : null;
  if (found === null) return;
  throw new UnreadableSheet({
    row: 1,
    column: '',
    value: header.slice(0, 200),
    rule: `must separate its columns by commas; this one uses ${found}`,
    fix: 'Save the sheet as “CSV UTF-8 (comma delimited)” and send it again.',
  });
}

function unreadable(error: CsvError, row: number): UnreadableSheet {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new UnreadableSheet({ row, column: '', value: '', rule: 'must close every quotation mark that opens a cell', fix: 'Add the missing " in or below this row, or double those inside a quoted cell.' });
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableSheet({ row, column: '', value: '', rule: `must not hold a row of more than ${LONGEST_ROW.toLocaleString('en-GB')} characters`, fix: 'Look for a quotation mark that is never closed in or above this row.' });
  }
  return new UnreadableSheet({ row, column: '', value: '', rule: 'must be a well-formed CSV', fix: 'Save the sheet as “CSV UTF-8 (comma delimited)” and send it again.' });
}
