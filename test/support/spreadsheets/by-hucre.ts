import type { CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { StatedCell, StatedSheet, StatedSpreadsheet } from './stated.js';

/** A spreadsheet of texts, numbers, days, percentages, yes and no, as the library writes it that writes our own. */
export async function byHucre(kind: 'xlsx' | 'ods', { sheets }: StatedSpreadsheet): Promise<Buffer> {
  const write = kind === 'xlsx' ? writeXlsx : writeOds;
  return Buffer.from(await write({ sheets: sheets.map(sheetOf) }));
}

function sheetOf({ name, hidden = false, rows }: StatedSheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const values = rows.map((row, at) =>
    row.map((cell, column) => {
      const style = styleOf(cell);
      if (style) cells.set(`${at},${column}`, { value: valueOf(cell), style });
      return valueOf(cell);
    }),
  );
  return { name, hidden, rows: values, cells };
}

function valueOf(cell: StatedCell): CellValue {
  if (cell === '' || cell === null) return null;
  if (typeof cell !== 'object') return cell;
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`);
  if ('percentage' in cell) return cell.percentage;
  throw new Error('This kind of cell is not written here.');
}

function styleOf(cell: StatedCell): CellStyle | undefined {
  if (typeof cell !== 'object' || cell === null) return undefined;
  return { numFmt: 'percentage' in cell ? '0.00%' : 'dd/mm/yyyy' };
}
