import { naming, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { person, reference, yesNo } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

/** The statement that this is all for the contract and period. Without a provider, the lead states it. */
export const returns = defineSheet(
  'returns',
  {
    contract: required(reference),
    provider: optional(reference),
    from: required(date),
    to: required(date),
    nil: optional(yesNo, false),
    submitted_on: required(date),
    submitted_by: naming(required(person)),
  },
  ['contract', 'provider', 'from', 'to'],
  { prepared: ['contract', 'provider', 'from', 'to'] },
);
export type ReturnRow = RowOf<typeof returns>;
