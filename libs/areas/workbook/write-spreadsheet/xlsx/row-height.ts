import { LOOKS } from '../looks.js';
import type { WrittenCell, WrittenColumn } from '../written-workbook.js';

/** Of a line of 11 points. */
const LINE = 15;

/**
 * How high a row must be for its large and wrapped texts, as an attribute; '' where an ordinary line is enough. Programs
 * work it out themselves once a row is edited, but not all of them when they open a file.
 */
export function rowHeight(cells: readonly (WrittenCell | undefined)[], columns: readonly WrittenColumn[]): string {
  const height = Math.max(LINE, ...cells.map((cell, index) => (cell ? heightOf(cell, columns[index]?.width ?? 9) : 0)));
  return height === LINE ? '' : ` ht="${height}" customHeight="1"`;
}

function heightOf({ text, style = 'plain' }: WrittenCell, width: number): number {
  const { wrapped, size = 11 } = LOOKS[style];
  return Math.ceil((wrapped ? linesOf(text, width) : 1) * LINE * (size / 11));
}

/** Most letters are narrower than the digits in which widths are counted. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 1.1))), 0);
}
