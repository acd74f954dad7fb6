import { errorAt, type FieldError } from '#surface/pages/forms/field-error.js';
import { type TextField, textField } from '../asking/asking-form.js';
import type { TypedRegister } from './asking-register.js';

/** A form that asks for a part of a register, or for another day; `register.njk` shows it. */
export interface RegisterForm {
  readonly action: string;
  readonly fields: readonly TextField[];
  readonly selects: readonly SelectField[];
  /** What is shown only, of what the page can show: “How it stands: Overdue”. The days are said elsewhere. */
  readonly asked: readonly string[];
}

export interface SelectField {
  readonly id: string;
  readonly label: string;
  readonly items: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly error: string | undefined;
}

/** A few questions of which one is asked: a line of links. */
export interface Choice {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

export function selectField(id: string, label: string, choices: readonly (readonly [value: string, text: string])[], typed: string | undefined, errors: readonly FieldError[]): SelectField {
  return { id, label, items: choices.map(([value, text]) => ({ value, text, selected: value === (typed?.trim() ?? '') })), error: errorAt(id, errors) };
}

interface Parts {
  readonly action: string;
  readonly typed: TypedRegister;
  readonly errors: readonly FieldError[];
  readonly selects: readonly SelectField[];
  /** What comes before the contract and the days. */
  readonly first?: readonly TextField[];
  /** Whether one contract may be asked for. */
  readonly byContract?: boolean;
}

export function registerForm({ action, typed, errors, selects, first = [], byContract = true }: Parts): RegisterForm {
  const { contract, on, knownAt } = typed;
  const which = [...first, ...(byContract ? [textField('contract', 'Contract', 'Its reference, like C03. Leave blank for all.', contract, errors)] : [])];
  return {
    action,
    selects,
    fields: [
      ...which,
      textField('on', 'On the day', 'The day on which it is judged how everything stands, like 31/3/2026. Leave blank for today.', on, errors),
      textField('knownAt', 'As known on', 'A day, or the number of an entry: what was recorded later is left out. Leave blank for now.', knownAt, errors),
    ],
    asked: [
      ...selects.flatMap(({ label, items }) => items.filter(({ value, selected }) => selected && value !== '').map(({ text }) => `${label}: ${text}`)),
      ...which.filter(({ value }) => value.trim() !== '').map(({ label, value }) => `${label}: ${value}`),
    ],
  };
}
