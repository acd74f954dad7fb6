import type { SheetRow } from '../reader/workbook-reader.js';
import type { Sheet } from '../sheets/sheet.js';
import { exemplary } from './example.js';
import type { Header } from './header.js';
import { leftEmpty } from './left-empty.js';
import type { Problems } from './problems.js';
import { addAt, readRow, type Row } from './row.js';

/** A row below the header, read; undefined for the template's example, and for a row that was prepared and left empty. */
export function takeRow<Values extends object>(sheet: Sheet<string, Values>, header: Header, row: SheetRow, problems: Problems, warnings: Problems): Row<Values> | undefined {
  const like = exemplary(sheet as Sheet, header, row);
  if (like === 'the example') return undefined;
  if (leftEmpty(sheet as Sheet, header, row)) {
    const fix = 'Fill it in when there is something to say; for nothing write 0, or submit a nil return.';
    warnings.add({ sheet: sheet.name, row: row.number, column: '' }, '', 'was prepared, left empty and passed over', fix);
    return undefined;
  }
  const read = readRow(sheet, header, row, problems);
  return like === undefined ? read : typedOver(read, like.typedOver, problems);
}

/** A row typed over the template's example: it goes in once it has a name of its own, and is refused until then. */
function typedOver<Values extends object>(row: Row<Values>, column: string, problems: Problems): Row<Values> {
  const fix = 'Give the row its own; a row whose reference begins with “e.g. ” is the example of the template.';
  addAt(problems, row, column, `must have a ${column} of its own: the row was typed over the example`, fix);
  return { ...row, sound: false };
}
