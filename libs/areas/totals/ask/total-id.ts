import { z } from 'zod';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { DIMENSIONS } from './dimension.js';
import type { TotalsQuestion } from './question.js';

/** A total's question and key: all that a trace needs, in any process, later too. */
export interface Total extends TotalsQuestion {
  /** In the order of `by`. */
  readonly key: readonly string[];
}

/** An id is encoded, so that nothing has looked at its texts before: no NUL, no half of a surrogate pair. */
const text = z.string().regex(/^[^\0\p{Surrogate}]*$/u);
const filter = z.strictObject({ dimension: z.enum(DIMENSIONS), values: z.array(text) });
const total = z.strictObject({
  authority: text,
  position: z.int().min(0),
  by: z.array(z.enum(DIMENSIONS)),
  key: z.array(text),
  where: z.array(filter),
  yearBasis: z.enum(['delivered', 'posted']),
  deliveredTo: field.date.nullable(),
  dueOn: field.date,
});

/** Writes a total down as an opaque id. */
export function writeTotalId({ authority, position, by, key, where, yearBasis, deliveredTo, dueOn }: Total): string {
  const said = { authority, position, by, key, where, yearBasis, deliveredTo, dueOn };
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

/** @throws Refusal (`not found`) for what is no id of a total */
export function readTotalId(id: string): Total {
  const read = total.safeParse(jsonOf(id));
  if (!read.success || read.data.key.length !== read.data.by.length) {
    return refuse('id', id, 'must be the id of a total', 'Take the `id` of a row of totals.', 'not found');
  }
  return read.data;
}

/** An entry of the journal, or of a stock's replay, as an opaque id. */
export function writeEntryId(entry: { authority: string; position: number; commitment: string; entry: string }): string {
  return Buffer.from(JSON.stringify([entry.authority, entry.position, entry.commitment, entry.entry])).toString('base64url');
}

/** @throws Refusal (`not found`) for what is no id of an entry */
export function readEntryId(id: string): { authority: string; position: number; commitment: string } {
  const read = z.tuple([text, z.int().min(1), text, text]).safeParse(jsonOf(id));
  if (!read.success) return refuse('id', id, 'must be the id of an entry', 'Take the `id` of an entry of a total.', 'not found');
  const [authority, position, commitment] = read.data;
  return { authority, position, commitment };
}

function jsonOf(id: string): unknown {
  try {
    return JSON.parse(Buffer.from(id, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
