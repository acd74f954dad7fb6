import { FIGURES, type Figure } from '#domain/measures/figures.js';
import type { TableRow } from '#engine/projections/projection.js';
import type { Change } from './entries.js';
import type { cell } from './tables.js';

/** The names of the cells' columns for each figure. */
export const COLUMN: Readonly<Record<Figure, string>> = {
  committed: 'committed',
  reported: 'reported',
  evidenced: 'evidenced',
  validated: 'validated',
  additional: 'additional',
  notAssessed: 'not_assessed',
  underCorrection: 'under_correction',
  broughtForward: 'brought_forward',
};


/** The names of a figure's two columns. */
const AMOUNT_COLUMNS = Object.fromEntries(FIGURES.map((figure) => [figure, [`${COLUMN[figure]}_pence`, `${COLUMN[figure]}_quantity`]])) as unknown as Readonly<
  Record<Figure, readonly [pence: string, quantity: string]>
>;

type Cell = TableRow<typeof cell>;

/** A cell that adds nothing yet. Written out: of a million, each is made alike, which spreading does slowly. */
export function cellOf(commitment: string, place: Change, year: string, postedYear: string): Cell {
  return {
    commitment,
    provider: place.member,
    terms_version: place.termsVersion,
    provider_version: place.providerVersion,
    period_from: place.from,
    period_to: place.to,
    posted_year: postedYear,
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
  };
}

/** Enters a figure's amount into a cell that is not given away yet. */
export function enterAmount(cell: Cell, figure: Figure, pence: number, quantity: bigint): void {
  const [penceColumn, quantityColumn] = AMOUNT_COLUMNS[figure];
  const amounts = cell as unknown as Record<string, number | bigint>;
  amounts[penceColumn] = pence;
  amounts[quantityColumn] = quantity;
}
