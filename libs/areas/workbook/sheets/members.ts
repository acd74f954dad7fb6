import { required } from '../cells/column.js';
import { percent } from '../cells/percent.js';
import { reference } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

/** A consortium; without rows the lead has 100%. */
export const members = defineSheet(
  'members',
  { contract: required(reference), provider: required(reference), share_percent: required(percent) },
  ['contract', 'provider'],
);
export type MemberRow = RowOf<typeof members>;
