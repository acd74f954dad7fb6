import { isDate, type IsoDate } from '#domain/kernel/date.js';
import * as field from '#domain/kernel/fields.js';
import type { Cell } from '../reader/cell.js';
import { bySchema } from './by-schema.js';
import { CellFault } from './cell-fault.js';

const FIX = 'Write it as 31/03/2026, 2026-03-31 or 31 March 2026.';
/** A day of the years 1927 to 2173, as spreadsheets keep it. */
const SERIAL = /^\d{5}(\.\d+)?$/;
const NO_SERIAL = new CellFault('must be a date, not the number that a spreadsheet keeps for it', `Format the column as dates. ${FIX}`);
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * A day, as 31/03/2026 (day first), 2026-03-31, 31 March 2026 or a spreadsheet's own date. Years of two digits and
 * serial numbers of spreadsheets are asked again.
 */
export function date(cell: Cell): IsoDate | CellFault {
  if (cell.typed?.kind === 'date') return bySchema(field.date, cell.typed.date, FIX);
  const text = cell.text.trim();
  if (cell.typed?.kind === 'number' ? SERIAL.test(cell.typed.decimal) : SERIAL.test(text)) return NO_SERIAL;
  if (cell.typed) return new CellFault('must be a date', FIX);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return existing(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) return dayFirst(slashed[1]!, slashed[2]!, slashed[3]!);
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4})$/i.exec(text);
  const month = worded ? monthNamed(worded[2]!) : 0;
  if (worded && month > 0) return existing(isoOf(worded[3]!, String(month), worded[1]!));
  if (/^\d{1,2}([/.-])(\d{1,2}|[a-z]{3,9})\1\d{2}$/i.test(text)) return new CellFault('must be a date with a year of four digits', FIX);
  return new CellFault('must be a date', FIX);
}

function dayFirst(day: string, month: string, year: string): IsoDate | CellFault {
  if (Number(month) > 12 && Number(day) <= 12) {
    return new CellFault('must be a date with the day first; there is no month ' + month, `If the month came first, write ${isoOf(year, day, month)}.`);
  }
  return existing(isoOf(year, month, day));
}

function existing(iso: string): IsoDate | CellFault {
  return isDate(iso) ? iso : new CellFault('must be a day that exists, in the years 1900 to 2199', FIX);
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 1 to 12 for a month's name or its first three letters (or Sept), else 0. */
function monthNamed(name: string): number {
  const wanted = name.toLowerCase();
  return MONTHS.findIndex((month) => month === wanted || month.slice(0, 3) === wanted || (wanted === 'sept' && month === 'september')) + 1;
}
