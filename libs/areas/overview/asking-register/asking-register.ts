import { z } from 'zod';
import { Faults } from '#domain/kernel/refusal.js';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { readMoment } from '../asking/asking.js';
import { typedDay } from '../asking/typed-day.js';
import type { AskedRegisterMoment } from './register-moment.js';

/** What people say of any register, as it was typed into its address or form. */
export interface TypedRegister {
  readonly contract?: string | undefined;
  readonly on?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly after?: string | undefined;
}

/** Fields of a page's query. Any text is taken, so that what is wrong is said on the page itself. */
export const registerFields = { contract: z.string().optional(), on: z.string().optional(), knownAt: z.string().optional() };

/** How errors name the fields of the form. */
export const REGISTER_NAMES = { on: '“On the day”', knownAt: '“As known on”', contract: '“Contract”', from: '“From whom”' };

export function readRegisterMoment({ on = '', knownAt }: TypedRegister, errors: FieldError[]): AskedRegisterMoment {
  const day = on.trim() === '' ? undefined : typedDay(on);
  if (on.trim() !== '' && day === undefined) errors.push(fieldError('on', `${REGISTER_NAMES.on} must be a day, like 31/3/2026`));
  return { on: day, knownAt: readMoment('knownAt', REGISTER_NAMES.knownAt, knownAt, errors) };
}

const MOST = 40;

/** The reference of a contract or a provider. Blank is none. */
export function readReference(field: 'contract' | 'from', typed: string | undefined, errors: FieldError[]): string | undefined {
  const text = typed?.trim() ?? '';
  if ([...text].length > MOST) errors.push(fieldError(field, `${REGISTER_NAMES[field]} must be a reference of ${MOST} characters or fewer`));
  return text === '' ? undefined : text;
}

/** One of several; blank is none of them. */
export function readChoice<Choice extends string>(field: string, typed: string | undefined, choices: readonly Choice[], errors: FieldError[]): Choice | undefined {
  const text = typed?.trim() ?? '';
  const chosen = choices.find((choice) => choice === text);
  if (text !== '' && chosen === undefined) errors.push(fieldError(field, 'Select everything, or one of the choices'));
  return chosen;
}

/** Refuses a file that was asked for with a form that cannot be understood: no page shows a link to it. */
export function refuseIfWrong(errors: readonly FieldError[]): void {
  const faults = new Faults();
  for (const { field, text } of errors) faults.add(field, '', `cannot be understood: ${text}`, 'Ask on the page of the register, and take the file from there.');
  faults.refuseIfAny();
}
