import { quantity } from '../cells/amounts.js';
import { naming, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { person, reference } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

export const openingBalances = defineSheet(
  'opening_balances',
  {
    commitment: required(reference),
    provider: optional(reference),
    from: required(date),
    to: required(date),
    quantity: required(quantity),
    attested_by: naming(optional(person)),
  },
  ['commitment', 'provider', 'from', 'to'],
);
export type OpeningBalanceRow = RowOf<typeof openingBalances>;
