import { z } from 'zod';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { typedDay } from './typed-day.js';

/** What people may say beside a question: by which years, as known when, delivered to which day. */
export interface Asking {
  readonly yearBasis: 'delivered' | 'posted';
  /** A position, a day or an instant, as queries take it; undefined: now. */
  readonly knownAt: string | undefined;
  readonly deliveredTo: string | undefined;
}

/** The same as it was typed into an address or a form. */
export interface TypedAsking {
  readonly yearBasis?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly deliveredTo?: string | undefined;
}

/** Fields of a page's query. Any text is taken, so that what is wrong is said on the page itself. */
export const askingFields = {
  yearBasis: z.string().optional(),
  knownAt: z.string().optional(),
  deliveredTo: z.string().optional(),
};

export function readAsking(typed: TypedAsking): { readonly asking: Asking; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const yearBasis = typed.yearBasis?.trim() || 'delivered';
  if (yearBasis !== 'delivered' && yearBasis !== 'posted') {
    errors.push(fieldError('yearBasis', 'Select which year an amount belongs to'));
  }
  return {
    asking: {
      yearBasis: yearBasis === 'posted' ? 'posted' : 'delivered',
      knownAt: readMoment('knownAt', '“As known at”', typed.knownAt, errors),
      deliveredTo: readDay('deliveredTo', '“Delivered to”', typed.deliveredTo, errors),
    },
    errors,
  };
}

/** A moment as queries take it: the number of an entry, a day or an instant. Blank is none. */
export function readMoment(field: string, name: string, typed: string | undefined, errors: FieldError[]): string | undefined {
  const text = typed?.trim() ?? '';
  if (text === '') return undefined;
  const number = text.replaceAll(/[,\s]/g, '');
  if (/^\d{1,15}$/.test(number)) return number;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return text;
  const day = typedDay(text);
  if (day === undefined) errors.push(fieldError(field, `${name} must be a day, like 31/3/2026, or the number of an entry, like 1204`));
  return day;
}

function readDay(field: string, name: string, typed: string | undefined, errors: FieldError[]): string | undefined {
  const text = typed?.trim() ?? '';
  if (text === '') return undefined;
  const day = typedDay(text);
  if (day === undefined) errors.push(fieldError(field, `${name} must be a day, like 31/3/2026`));
  return day;
}

/** What a query refused of the fields of a form, for its error summary; anything else is thrown on. */
export function errorsOf(refused: unknown, names: Readonly<Record<string, string>>): readonly FieldError[] {
  if (!(refused instanceof Refusal) || refused.faults.some(({ field }) => !(field in names))) throw refused;
  return refused.faults.map(({ field, rule }: Fault) => fieldError(field, `${names[field]} ${rule}`));
}

/** How errors name the fields of the form. */
export const askingNames = { yearBasis: 'The years', knownAt: '“As known at”', deliveredTo: '“Delivered to”' };

/** An address with what was said beside it; blanks are left out. */
export function addressWith(path: string, said: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
