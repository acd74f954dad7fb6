import { DIMENSIONS, type CompareMomentsQuery } from '#areas/totals/index.js';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { readAsking, readMoment, type TypedAsking } from '../asking/asking.js';

export type AskedComparison = CompareMomentsQuery['asked'];

export interface TypedComparison extends TypedAsking {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
}

/** A comparison as it was typed. Nothing is asked yet while the form has not been sent, or cannot be understood. */
export function readComparison(typed: TypedComparison, lastEntry: number): { readonly asked: AskedComparison | undefined; readonly errors: readonly FieldError[] } {
  if (typed.from === undefined && typed.to === undefined) return { asked: undefined, errors: [] };
  const errors: FieldError[] = [];
  const from = readMoment('from', '“From”', typed.from, errors);
  if (from === undefined && errors.length === 0) errors.push(fieldError('from', 'Enter the day, or the number of the entry, to compare from'));
  const to = readMoment('to', '“To”', typed.to, errors) ?? String(lastEntry);
  const by = (typed.by ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (by.some((name) => !(DIMENSIONS as readonly string[]).includes(name))) errors.push(fieldError('by', 'Select what to compare by'));
  const { asking, errors: others } = readAsking({ deliveredTo: typed.deliveredTo, yearBasis: typed.yearBasis });
  errors.push(...others);
  if (errors.length > 0 || from === undefined) return { asked: undefined, errors };
  return { asked: { from, to, by, where: [], yearBasis: asking.yearBasis, deliveredTo: asking.deliveredTo }, errors };
}
