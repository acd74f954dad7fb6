import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import * as field from '#domain/kernel/fields.js';
import { type Fault, Refusal, refuse } from '#domain/kernel/refusal.js';
import { check } from '#surface/http/problem-json/faults.js';
import { holidayName, type StatedHoliday } from './stated-holiday.js';

const COLUMNS = ['jurisdiction', 'date', 'name'];

const row = z.object({ jurisdiction: jurisdiction.describe('Whose it is.'), date: field.date, name: holidayName(120).describe('What it is called.') });

/** A CSV with the columns jurisdiction, date and name. @throws {Refusal} with the faults of every row: `row 7, date` */
export function csvFile(text: string): readonly StatedHoliday[] {
  const [header = [], ...rows] = recordsOf(text);
  const heading = header.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !heading.includes(column));
  if (missing.length > 0) {
    refuse('file', header.join(','), `must be the JSON that GOV.UK publishes, or a CSV with the columns ${COLUMNS.join(', ')}, and ${missing.join(', ')} is not there`, 'Name the columns in the first row.');
  }
  const faults: Fault[] = [];
  const stated = rows.flatMap((cells, index) => {
    const number = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return [];
    const checked = check(row, Object.fromEntries(COLUMNS.map((column) => [column, (cells[heading.indexOf(column)] ?? '').trim()])), 'row');
    if (checked.ok) return [{ ...checked.value, place: `row ${number}, date` }];
    faults.push(...checked.faults.map((fault) => ({ ...fault, field: `row ${number}, ${fault.field}` })));
    return [];
  });
  const [first, ...rest] = faults;
  if (first) throw new Refusal([first, ...rest]);
  return stated;
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('file', text, 'must be the JSON that GOV.UK publishes, or a well-formed CSV', 'Save it as “CSV UTF-8 (comma delimited)”, with the columns jurisdiction, date and name.');
  }
}
