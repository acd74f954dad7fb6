import { errorAt, type FieldError } from '#surface/pages/forms/field-error.js';
import type { TypedAsking } from './asking.js';

/** A form that asks for other years, another moment of knowing, another day of delivery; `asking.njk` shows it. */
export interface AskingForm {
  readonly action: string;
  /** What else the address said, kept as it was. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly TextField[];
  readonly yearBasis: string;
  readonly yearBasisError: string | undefined;
  readonly button: string;
  /** Whether it is shown at once: something was asked, or is wrong. */
  readonly open: boolean;
}

export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** As it was typed. */
  readonly value: string;
  readonly error: string | undefined;
}

interface Parts {
  readonly action: string;
  readonly typed: TypedAsking;
  readonly errors: readonly FieldError[];
  readonly hidden?: Readonly<Record<string, string | undefined>>;
}

/** The form of a page that shows one moment. */
export function askingForm({ action, typed, errors, hidden = {} }: Parts): AskingForm {
  const said = [typed.knownAt, typed.deliveredTo].some((text) => text !== undefined && text !== '');
  return {
    action,
    hidden: kept(hidden),
    fields: [
      textField('knownAt', 'As known at', 'A day, like 31/3/2026, or the number of an entry. Leave blank for now.', typed.knownAt, errors),
      deliveredToField(typed, errors),
    ],
    yearBasis: typed.yearBasis || 'delivered',
    yearBasisError: errorAt('yearBasis', errors),
    button: 'Show these figures',
    open: said || errors.length > 0 || (typed.yearBasis ?? 'delivered') !== 'delivered',
  };
}

export function deliveredToField(typed: TypedAsking, errors: readonly FieldError[]): TextField {
  const hint = 'A day, like 31/3/2026. Counts only what belongs to periods that ended by then. Leave blank for all.';
  return textField('deliveredTo', 'Delivered to', hint, typed.deliveredTo, errors);
}

export function textField(id: string, label: string, hint: string, value: string | undefined, errors: readonly FieldError[]): TextField {
  return { id, label, hint, value: value ?? '', error: errorAt(id, errors) };
}

export function kept(hidden: Readonly<Record<string, string | undefined>>): AskingForm['hidden'] {
  return Object.entries(hidden).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
