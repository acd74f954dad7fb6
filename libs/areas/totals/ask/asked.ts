import { z } from 'zod';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { DIMENSIONS, type Dimension, isDimension } from './dimension.js';
import type { Filter } from './question.js';

/** The fields of a question about totals, as people type them. */
export const by = z.array(z.enum(DIMENSIONS)).max(8).default([]).meta({ explode: false, description: 'Dimensions, separated by commas.' });
export const where = z
  .array(z.string().max(400))
  .max(50)
  .default([])
  .describe('Limits to one value of a dimension: `provider=P01`. Repeat it for more; values of one dimension are alternatives.');
export const yearBasis = z
  .enum(['delivered', 'posted'])
  .default('delivered')
  .describe('Years of delivery, or the years that changes were posted to (closed years never move).');
export const knownAt = z
  .string()
  .max(40)
  .optional()
  .describe('As known then: a position, a day (its end in London) or an instant. Left out: now.');
export const deliveredTo = field.date.optional().describe('Limits every figure but committed to periods that ended by this day.');

/** Filters from `dimension=value` texts; several values of one dimension are alternatives. */
export function readFilters(texts: readonly string[]): readonly Filter[] {
  const filters = new Map<Dimension, string[]>();
  for (const text of texts) {
    const at = text.indexOf('=');
    const dimension = at < 0 ? text : text.slice(0, at);
    if (at < 0 || !isDimension(dimension)) {
      refuse('where', text, 'must be a dimension, an equals sign and a value', `Write it like provider=P01. The dimensions are ${DIMENSIONS.join(', ')}.`);
    }
    filters.set(dimension, [...(filters.get(dimension) ?? []), text.slice(at + 1)]);
  }
  return [...filters].map(([dimension, values]) => ({ dimension, values }));
}

/** The dimensions asked for, each once. */
export function readBy(asked: readonly string[]): readonly Dimension[] {
  return asked.map((text, index) => {
    if (!isDimension(text)) refuse('by', text, 'must be a dimension', `Choose from ${DIMENSIONS.join(', ')}.`);
    if (asked.indexOf(text) !== index) refuse('by', text, 'must be named once', 'Leave the second one out.');
    return text;
  });
}
