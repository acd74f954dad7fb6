import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { StatedCell, StatedSheet, StatedSpreadsheet } from './stated.js';

/** A workbook of CSVs as a person would have it in a spreadsheet: days, numbers, percentages, yes and no as such. */
export function typedSpreadsheet(folder: string): StatedSpreadsheet {
  const csvs = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return { sheets: csvs.map((file) => typedSheet(file.replace('.csv', ''), parse(readFileSync(join(folder, file))))) };
}

function typedSheet(name: string, [header = [], ...rows]: string[][]): StatedSheet {
  return { name: titled(name), rows: [header, ...rows.map((row) => row.map((text, column) => typed(text, header[column]!)))] };
}

/** `break_clauses` is “Break clauses” on its tab. */
function titled(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
}

function typed(text: string, column: string): StatedCell {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text };
  const number = text.replace(/^£/, '').replaceAll(',', '');
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(number)) return column.endsWith('_percent') ? { percentage: Number(number) / 100 } : Number(number);
  if (text === 'yes' || text === 'no') return text === 'yes';
  return text;
}
