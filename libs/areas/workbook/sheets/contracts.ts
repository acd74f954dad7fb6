import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { frequency, regime } from '#domain/contract/contract-terms.js';
import { money, wholeNumber } from '../cells/amounts.js';
import { naming, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { name, oneOf, person, reference } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

export const contracts = defineSheet(
  'contracts',
  {
    reference: required(reference),
    title: required(name()),
    directorate: required(name()),
    provider: required(reference),
    manager: naming(required(person)),
    starts_on: required(date),
    ends_on: required(date),
    value_gbp: required(money),
    reporting: required(oneOf(frequency.options)),
    due_working_days: optional(wholeNumber('working days', 0, 250), 20),
    jurisdiction: optional(oneOf(jurisdiction.options), 'england-and-wales'),
    regime: optional(oneOf(regime.options), 'other'),
  },
  ['reference'],
);
export type ContractRow = RowOf<typeof contracts>;
