import type { IsoDate } from '#domain/kernel/date.js';
import type { CellFault } from '../cells/cell-fault.js';

/** What a spreadsheet knows of a cell beyond its text; a CSV knows nothing. */
export type TypedValue =
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** As a plain decimal. Formatted as a percentage, 12% comes as `12`, with `percentage` set. */
  | { readonly kind: 'number'; readonly decimal: string; readonly percentage: boolean }
  | { readonly kind: 'yes or no'; readonly yes: boolean };

/** One cell: the text that a person sees in it, and what it is typed as. */
export interface Cell {
  readonly text: string;
  readonly typed?: TypedValue;
  /** Why nothing can be taken from it, whatever the column: a formula that failed, or was never worked out. */
  readonly fault?: CellFault;
}

/** A cell that is empty or holds only white space. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.typed === undefined && cell.fault === undefined && cell.text.trim() === '');
}
