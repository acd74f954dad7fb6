import { hours, quantity, wholeNumber } from '../cells/amounts.js';
import { erasable, naming, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { evidence } from '../cells/evidence.js';
import { person, reference, words, yesNo } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

export const deliveries = defineSheet(
  'deliveries',
  {
    reference: required(reference),
    commitment: required(reference),
    provider: optional(reference),
    from: required(date),
    to: required(date),
    quantity: optional(quantity),
    hours: optional(hours),
    people: optional(wholeNumber('people', 0, 100_000_000)),
    text: erasable(optional(words(10_000))),
    item: optional(yesNo, false),
    in_addition: optional(yesNo, false),
    description: erasable(optional(words(10_000))),
    evidence: erasable(optional(evidence, [])),
    evidenced_quantity: optional(quantity),
    reported_on: required(date),
    reported_by: naming(required(person)),
    corrects: optional(reference),
    reason: erasable(optional(words(10_000))),
  },
  ['reference'],
  { passing: ['reason'], prepared: ['reference', 'commitment', 'provider', 'from', 'to'] },
);
export type DeliveryRow = RowOf<typeof deliveries>;
