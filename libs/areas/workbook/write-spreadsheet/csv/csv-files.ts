import { csvOf } from '#surface/pages/tables/csv.js';
import { HOW_TO } from '../../sheets/ours.js';
import type { WrittenCell, WrittenRow, WrittenSheet, WrittenWorkbook } from '../written-workbook.js';

/** A file of a folder. */
export interface WrittenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * A workbook as a folder with one CSV for each sheet. What only a spreadsheet can show is left out: the sheet that says
 * how, notes, drop-downs, and examples, which no grey tells apart here. A date is written as 2026-03-31.
 */
export async function* csvFiles({ sheets }: WrittenWorkbook): AsyncGenerator<WrittenFile> {
  for (const sheet of sheets) {
    if (sheet.name === HOW_TO) continue;
    const [heading, ...rows] = await linesOf(sheet);
    yield { fileName: `${sheet.name.replaceAll(' ', '_')}.csv`, bytes: csvOf(heading ?? [], rows) };
  }
}

async function linesOf({ rows }: WrittenSheet): Promise<string[][]> {
  const lines: string[][] = [];
  let width = 0;
  for await (const row of rows) {
    if (isExample(row)) continue;
    const line = row.cells.map(cellText);
    width ||= line.length;
    while (line.length < width) line.push('');
    lines.push(line);
  }
  return lines;
}

function isExample({ cells }: WrittenRow): boolean {
  return cells.some((cell) => cell?.style === 'example');
}

function cellText(cell: WrittenCell | undefined): string {
  switch (cell?.typed?.kind) {
    case undefined:
      return cell?.text ?? '';
    case 'date':
      return cell.typed.date;
    case 'number':
      return `${cell.typed.decimal}${cell.typed.percentage ? '%' : ''}`;
    case 'yes or no':
      return cell.typed.yes ? 'yes' : 'no';
  }
}
