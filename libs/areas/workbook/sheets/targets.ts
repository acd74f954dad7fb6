import { positiveQuantity } from '../cells/amounts.js';
import { required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { reference } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

export const targets = defineSheet(
  'targets',
  { commitment: required(reference), from: required(date), to: required(date), quantity: required(positiveQuantity) },
  ['commitment', 'from', 'to'],
);
export type TargetRow = RowOf<typeof targets>;
