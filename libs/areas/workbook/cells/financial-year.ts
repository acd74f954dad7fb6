import * as field from '#domain/kernel/fields.js';
import type { Cell } from '../reader/cell.js';
import { bySchema } from './by-schema.js';
import type { CellFault } from './cell-fault.js';

/** A financial year: `2024/25`, also `2024-25` and `2024/2025`. */
export function financialYear(cell: Cell): string | CellFault {
  const text = cell.text.trim();
  const long = /^(\d{4})\s*[/\u2013-]\s*(\d{2})?(\d{2})$/.exec(text);
  const consistent = long && (long[2] === undefined || Number(long[2] + long[3]!) === Number(long[1]) + 1);
  return bySchema(field.financialYear, consistent ? `${long[1]}/${long[3]}` : text, 'Write it as 2024/25, for 1 April 2024 to 31 March 2025.');
}
