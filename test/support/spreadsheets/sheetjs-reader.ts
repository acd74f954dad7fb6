import { createHash } from 'node:crypto';
import * as sheetjs from '@e965/xlsx';
import type { Cell } from '#areas/workbook/reader/cell.js';
import { CellFault } from '#areas/workbook/cells/cell-fault.js';
import type { SheetRow, WorkbookReader } from '#areas/workbook/reader/workbook-reader.js';

/**
 * A workbook read by another library (SheetJS), all at once: it proves the port, and what is read of a file by ours is
 * compared with what is read by it. It knows nothing of how ours reads.
 */
export function sheetjsReader(name: string, bytes: Uint8Array, beside: Readonly<Record<string, string>> = {}): WorkbookReader {
  const book = sheetjs.read(bytes, { cellFormula: true, cellNF: true, cellDates: false, cellText: true, sheetStubs: true, UTC: true });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    name,
    sheets: () =>
      Promise.resolve(
        book.SheetNames.map((origin, index) => ({
          name: origin.trim().toLowerCase().replace(/[ _-]+/g, '_'),
          origin,
          hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
          rows: () => rowsOf(book.Sheets[origin]!, from1904),
        })),
      ),
    fileBeside: (wanted) => Promise.resolve(Object.hasOwn(beside, wanted) ? new Blob([beside[wanted]!]).stream() : undefined),
    contentHash: () => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  };
}

function* rowsOf(sheet: sheetjs.WorkSheet, from1904: boolean): Generator<SheetRow> {
  const { s: start, e: end } = sheetjs.utils.decode_range(sheet['!ref'] ?? 'A1');
  for (let row = start.r; row <= end.r; row++) {
    const cells: Cell[] = [];
    for (let column = 0; column <= end.c; column++) cells.push(cellOf(sheet[sheetjs.utils.encode_cell({ r: row, c: column })] as sheetjs.CellObject | undefined, from1904));
    while (cells.length > 0 && cells.at(-1)!.text === '' && cells.at(-1)!.fault === undefined) cells.pop();
    if (cells.some(({ text, fault }) => text.trim() !== '' || fault)) yield { number: row + 1, cells };
  }
}

function cellOf(cell: sheetjs.CellObject | undefined, from1904: boolean): Cell {
  if (!cell) return { text: '' };
  if (cell.f !== undefined && (cell.v === undefined || (cell.t === 'n' && cell.w === undefined) || cell.t === 'z')) return { text: '', fault: new CellFault('its formula was never worked out', '') };
  if (cell.t === 'e') return { text: cell.w ?? '', fault: new CellFault(`its formula came to ${cell.w}`, '') };
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE', typed: { kind: 'yes or no', yes: cell.v === true } };
  if (cell.t !== 'n') return { text: cell.v === undefined ? '' : String(cell.v) };
  const format = String(cell.z ?? 'General');
  const number = cell.v as number;
  if (sheetjs.SSF.is_date(format)) {
    const { y, m, d, H, M } = sheetjs.SSF.parse_date_code(number, { date1904: from1904 }) as { y: number; m: number; d: number; H: number; M: number };
    const two = (of: number): string => String(of).padStart(2, '0');
    if (!/[yd]/i.test(format)) return { text: `${Math.floor(number) * 24 + H}:${two(M)}` };
    const date = `${y}-${two(m)}-${two(d)}`;
    return { text: date, typed: { kind: 'date', date } };
  }
  // Of ODS files it knows no formats, but what is shown.
  const percentage = format.includes('%') || cell.w?.endsWith('%') === true;
  const decimal = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 }).format(percentage ? Number((number * 100).toPrecision(15)) : number);
  return { text: percentage ? `${decimal}%` : decimal, typed: { kind: 'number', decimal, percentage } };
}
