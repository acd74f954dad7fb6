import { type Cell, isBlank } from '../cell.js';
import { FileFault } from '../file-fault.js';
import type { SheetRow } from '../workbook-reader.js';
import { EMPTY } from './cells.js';

/** Columns A to IV: more than any sheet of the template has, and few enough for a million rows. */
const MOST_COLUMNS = 256;

/** The last row that a spreadsheet can have. */
export const LAST_ROW = 1_048_576;

/** A row whose cells come one by one. */
export class RowInMaking {
  private cells: Cell[] = [];

  /** Puts a cell in its place, 0 being the first. @throws FileFault it stands too far to the right */
  put(cell: Cell, place: number, times = 1): void {
    if (isBlank(cell)) return;
    if (place + times > MOST_COLUMNS) throw new FileFault(`must have nothing to the right of column IV, the ${MOST_COLUMNS}th`, 'Delete the columns to the right of the table and send the workbook again.');
    while (this.cells.length < place) this.cells.push(EMPTY);
    for (let time = 0; time < times; time++) this.cells[place + time] = cell;
  }

  /** The row, if anything stands in it; then begins the next one. */
  take(number: number): SheetRow | undefined {
    const { cells } = this;
    this.cells = [];
    return cells.length === 0 ? undefined : { number, cells };
  }
}
