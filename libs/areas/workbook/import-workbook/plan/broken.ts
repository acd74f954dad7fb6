import type { SheetName } from '../../sheets/template.js';

/** Where a refused row stands. */
export interface RefusedRow {
  readonly sheet: SheetName;
  readonly row: number;
}

/** A contract with something wrong. */
export interface Broken {
  /** How many of its rows are refused, or follow from one that is. */
  readonly rows: number;
  /** The refused rows that it is held back for, the first ten of them. */
  readonly because: readonly RefusedRow[];
}

const ENOUGH = 10;

/** One more row of a contract that is refused, or follows from a refused one. */
export function oneMore(before: Broken = { rows: 0, because: [] }, refused: RefusedRow | undefined): Broken {
  const { rows, because } = before;
  const known = !refused || because.length === ENOUGH || because.some(({ sheet, row }) => sheet === refused.sheet && row === refused.row);
  return { rows: rows + 1, because: known ? because : [...because, refused] };
}
