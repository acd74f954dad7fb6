import { providerType } from '#domain/authority/provider-terms.js';
import { optional, required } from '../cells/column.js';
import { name, oneOf, reference, words, yesNo } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

export const providers = defineSheet(
  'providers',
  {
    reference: required(reference),
    name: required(name()),
    type: required(oneOf(providerType.options)),
    local: optional(yesNo),
    place: optional(words(), ''),
    companies_house: optional(words(40), ''),
    charity_number: optional(words(40), ''),
  },
  ['reference'],
);
export type ProviderRow = RowOf<typeof providers>;
