import type { Figure } from '#domain/measures/figures.js';

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

/** A cell that adds nothing yet. */
export const emptyCell = {
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
