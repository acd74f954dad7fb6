import { combine, measureKind, moneyKind } from '#domain/measures/measure.js';
import { unitValue } from '../cells/amounts.js';
import { optional, required } from '../cells/column.js';
import { listOf } from '../cells/list.js';
import { name, oneOf, reference, words } from '../cells/words.js';
import { factorColumns } from './factor-columns.js';
import { defineSheet, type RowOf } from './sheet.js';

export const measures = defineSheet(
  'measures',
  {
    reference: required(reference),
    name: required(name()),
    theme: required(name()),
    outcome: required(name()),
    unit: required(name(60)),
    kind: required(oneOf(measureKind.options)),
    combine: required(oneOf(combine.options)),
    money: required(oneOf(moneyKind.options)),
    unit_value_gbp: optional(unitValue),
    value_source: optional(words(), ''),
    ...factorColumns,
    tags: optional(listOf(name(60), 50), []),
  },
  ['reference'],
);
export type MeasureRow = RowOf<typeof measures>;
