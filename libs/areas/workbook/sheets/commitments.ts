import { basis } from '#domain/contract/commitment-terms.js';
import { erasable, optional, required } from '../cells/column.js';
import { listOf } from '../cells/list.js';
import { name, oneOf, reference, words, yesNo } from '../cells/words.js';
import { factorColumns } from './factor-columns.js';
import { defineSheet, type RowOf } from './sheet.js';

export const commitments = defineSheet(
  'commitments',
  {
    reference: required(reference),
    contract: required(reference),
    measure: required(reference),
    provider: optional(reference),
    basis: required(oneOf(basis.options)),
    bid_sentence: erasable(optional(words(2_000))),
    bid_reference: optional(words(), ''),
    critical: optional(yesNo, false),
    evidence_required: optional(listOf(name(60), 20), []),
    place: optional(words(), ''),
    beneficiary_group: optional(words(), ''),
    beneficiary_agency: optional(words(), ''),
    priority: optional(words(), ''),
    tags: optional(listOf(name(60), 50), []),
    ...factorColumns,
  },
  ['reference'],
);
export type CommitmentRow = RowOf<typeof commitments>;
