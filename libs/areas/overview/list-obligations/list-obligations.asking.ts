import { type AskedObligations, OBLIGATION_KINDS } from '#areas/obligations/index.js';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { textField } from '../asking/asking-form.js';
import { readChoice, readReference, readRegisterMoment, type TypedRegister } from '../asking-register/asking-register.js';
import { registerForm, type RegisterForm, selectField } from '../asking-register/register-form.js';
import type { AskedRegisterMoment } from '../asking-register/register-moment.js';
import { isState, KIND_NAMES, OUTSTANDING, STATES } from './obligation-words.js';

/** What people say of the obligations that they want, as it was typed. */
export interface TypedObligations extends TypedRegister {
  readonly from?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
}

/** Whatever its state. */
export const ALL = 'all';

export interface ObligationsAsking {
  readonly which: Pick<AskedObligations, 'from' | 'contract' | 'kind' | 'state'>;
  readonly moment: AskedRegisterMoment;
  readonly errors: readonly FieldError[];
}

/** Without a state: what is outstanding. */
export function readObligations(typed: TypedObligations): ObligationsAsking {
  const errors: FieldError[] = [];
  const state = typed.state?.trim() ?? '';
  if (state !== '' && state !== ALL && !isState(state)) errors.push(fieldError('state', 'Select what is outstanding, everything, or one of the states'));
  const kind = readChoice('kind', typed.kind, OBLIGATION_KINDS, errors);
  const which = {
    from: readReference('from', typed.from, errors),
    contract: readReference('contract', typed.contract, errors),
    kind: kind === undefined ? [] : [kind],
    state: isState(state) ? [state] : state === ALL ? [] : OUTSTANDING,
  };
  return { which, moment: readRegisterMoment(typed, errors), errors };
}

export function obligationsForm(action: string, typed: TypedObligations, errors: readonly FieldError[]): RegisterForm {
  const states = Object.entries(STATES).map(([value, { text }]) => [value, text] as const);
  return registerForm({
    action,
    typed,
    errors,
    selects: [
      selectField('state', 'How it stands', [['', 'Outstanding: not met yet'], [ALL, 'Everything, met or not'], ...states], typed.state, errors),
      selectField('kind', 'What is due', [['', 'Anything'], ...Object.entries(KIND_NAMES)], typed.kind, errors),
    ],
    first: [textField('from', 'From whom', 'The reference of a provider, like P03, or the word “authority” for the authority itself. Leave blank for all.', typed.from, errors)],
  });
}
