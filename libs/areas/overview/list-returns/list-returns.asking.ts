import type { AskedReturns } from '#areas/obligations/index.js';
import { RETURN_STATES } from '#domain/contract/reporting/owed-returns.js';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { textField } from '../asking/asking-form.js';
import { readReference, readRegisterMoment, type TypedRegister } from '../asking-register/asking-register.js';
import { registerForm, type RegisterForm, selectField } from '../asking-register/register-form.js';
import type { AskedRegisterMoment } from '../asking-register/register-moment.js';
import { ALL } from '../list-obligations/list-obligations.asking.js';
import { OUTSTANDING, STATES } from '../list-obligations/obligation-words.js';

/** What people say of the returns that they want, as it was typed. */
export interface TypedReturns extends TypedRegister {
  readonly from?: string | undefined;
  readonly state?: string | undefined;
}

export interface ReturnsAsking {
  readonly which: Pick<AskedReturns, 'from' | 'contract' | 'state'>;
  readonly moment: AskedRegisterMoment;
  readonly errors: readonly FieldError[];
}

/** What somebody still waits for. */
const AWAITED = RETURN_STATES.filter((state) => OUTSTANDING.includes(state));

/** Without a state: what is outstanding. */
export function readReturns(typed: TypedReturns): ReturnsAsking {
  const errors: FieldError[] = [];
  const text = typed.state?.trim() ?? '';
  const state = RETURN_STATES.find((one) => one === text);
  if (text !== '' && text !== ALL && state === undefined) errors.push(fieldError('state', 'Select what is outstanding, everything, or one of the states'));
  const which = {
    from: readReference('from', typed.from, errors),
    contract: readReference('contract', typed.contract, errors),
    state: state !== undefined ? [state] : text === ALL ? [] : AWAITED,
  };
  return { which, moment: readRegisterMoment(typed, errors), errors };
}

export function returnsForm(action: string, typed: TypedReturns, errors: readonly FieldError[]): RegisterForm {
  const states = RETURN_STATES.map((state) => [state, STATES[state].text] as const);
  return registerForm({
    action,
    typed,
    errors,
    selects: [selectField('state', 'How it stands', [['', 'Outstanding: has not come'], [ALL, 'All returns'], ...states], typed.state, errors)],
    first: [textField('from', 'Provider', 'Its reference, like P03. Leave blank for all.', typed.from, errors)],
  });
}
