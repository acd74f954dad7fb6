import { periodOfYear } from '#domain/kernel/financial-year.js';
import type { TableRow } from '#engine/projections/projection.js';
import { COLUMNS_OF, type EnteredFigure } from './amounts.js';
import type { Change } from './entries.js';
import type { cell, journal } from './tables.js';

type Cell = TableRow<typeof cell>;
type Entry = TableRow<typeof journal>;

/** What is said of a row of the journal beside its change. */
export interface Entered {
  readonly position: number;
  readonly entry: number;
  readonly dimension: bigint;
  readonly year: string;
  readonly postedYear: string;
}

/** A change as a row of the journal. Written out: of a million, each is made alike, which spreading does slowly. */
export function entryOf(change: Change, { position, entry, dimension, year, postedYear }: Entered): Entry {
  const row = {
    position,
    dimension,
    entry,
    period_from: change.from,
    period_to: change.to,
    due_on: change.promised ? change.to : periodOfYear(year).to,
    year,
    posted_year: postedYear,
    committed_pence: null,
    committed_quantity: null,
    reported_pence: null,
    reported_quantity: null,
    evidenced_pence: null,
    evidenced_quantity: null,
    validated_pence: null,
    validated_quantity: null,
    additional_pence: null,
    additional_quantity: null,
    not_assessed_pence: null,
    not_assessed_quantity: null,
    under_correction_pence: null,
    under_correction_quantity: null,
    brought_forward_pence: null,
    brought_forward_quantity: null,
    stock_due_pence: null,
    stock_due_quantity: null,
  };
  return entered(row, change);
}

/** A change as what it adds to its cell. */
export function cellOf(change: Change, { dimension, due_on, posted_year, year }: Entry): Cell {
  const row = {
    dimension,
    due_on,
    posted_year,
    year,
    committed_pence: 0,
    committed_quantity: 0n,
    reported_pence: 0,
    reported_quantity: 0n,
    evidenced_pence: 0,
    evidenced_quantity: 0n,
    validated_pence: 0,
    validated_quantity: 0n,
    additional_pence: 0,
    additional_quantity: 0n,
    not_assessed_pence: 0,
    not_assessed_quantity: 0n,
    under_correction_pence: 0,
    under_correction_quantity: 0n,
    brought_forward_pence: 0,
    brought_forward_quantity: 0n,
    stock_due_pence: 0,
    stock_due_quantity: 0n,
  };
  return entered(row, change);
}

function entered<Row extends object>(row: Row, { amounts }: Change): Row {
  const columns = row as unknown as Record<string, number | bigint>;
  for (const [figure, { pence, quantity }] of amounts) {
    const [penceColumn, quantityColumn] = COLUMNS_OF[figure as EnteredFigure];
    columns[penceColumn] = pence;
    columns[quantityColumn] = quantity;
  }
  return row;
}
