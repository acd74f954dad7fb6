import { reviewMethod } from '#domain/contract/review-method.js';
import { quantity } from '../cells/amounts.js';
import { erasable, naming, optional, required } from '../cells/column.js';
import { date } from '../cells/date.js';
import { oneOf, person, reference, words } from '../cells/words.js';
import { factorColumns } from './factor-columns.js';
import { defineSheet, type RowOf } from './sheet.js';

export const reviews = defineSheet(
  'reviews',
  {
    delivery: required(reference),
    decision: required(oneOf(['validated', 'part validated', 'queried', 'rejected'])),
    quantity: optional(quantity),
    method: optional(oneOf(reviewMethod.options)),
    reviewed_on: required(date),
    reviewed_by: naming(required(person)),
    reason: erasable(optional(words(10_000))),
    ...factorColumns,
  },
  ['delivery', 'decision', 'reviewed_on', 'reviewed_by'],
  {
    check: ({ decision, method }) =>
      decision === 'queried' && method !== null
        ? [{ column: 'method', rule: 'must be empty for a query', fix: 'Empty the cell; a query decides nothing yet.' }]
        : [],
  },
);
export type ReviewRow = RowOf<typeof reviews>;
