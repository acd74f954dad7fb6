import { isDate } from '#domain/kernel/date.js';
import { CellFault } from '../../cells/cell-fault.js';
import type { Cell } from '../cell.js';
import type { NumberFormat } from './number-format.js';
import { plainDecimal } from './plain-decimal.js';
import { dayOfSerial, timeOfSerial } from './serial.js';

/** A cell with nothing in it. */
export const EMPTY: Cell = { text: '' };

export function textCell(text: string): Cell {
  return text === '' ? EMPTY : { text };
}

export function yesOrNoCell(yes: boolean): Cell {
  return { text: yes ? 'TRUE' : 'FALSE', typed: { kind: 'yes or no', yes } };
}

/** A number as it is kept, in the form that its format gives it. */
export function numberCell(kept: string, format: NumberFormat, from1904 = false): Cell {
  if (format === 'date' || format === 'time') return serialCell(Number(kept), kept, format, from1904);
  const percentage = format === 'percentage';
  const decimal = plainDecimal(kept, percentage ? 2 : 0);
  if (decimal === undefined) return textCell(kept);
  return { text: percentage ? `${decimal}%` : decimal, typed: { kind: 'number', decimal, percentage } };
}

/** A day, as ISO 8601; a time of that day is passed over. What is no day of the years 1900 to 2199 is a text. */
export function dayCell(iso: string): Cell {
  const date = iso.slice(0, 10);
  return isDate(date) ? { text: date, typed: { kind: 'date', date } } : textCell(iso);
}

/** A time without a day is a text: the hours in 2:30 are not the 0.104 of a day that is kept for them. */
function serialCell(serial: number, kept: string, format: 'date' | 'time', from1904: boolean): Cell {
  if (format === 'time') return textCell(timeOfSerial(serial) ?? kept);
  const day = dayOfSerial(serial, from1904);
  return day === undefined ? textCell(kept) : dayCell(day);
}

/** What a formula came to that failed: `#REF!`, `#N/A`. */
export function failedCell(error: string): Cell {
  return { text: error, fault: new CellFault(`must hold a value; its formula came to ${error}`, 'Mend the formula, or type the value in its place.') };
}

/** A formula that no program has worked out, as in files that were not made by a spreadsheet program. */
export function neverWorkedOut(): Cell {
  return {
    text: '',
    fault: new CellFault('must hold a value; its formula was never worked out', 'Open the workbook in your spreadsheet program, save it and send it again, or type the value in its place.'),
  };
}
