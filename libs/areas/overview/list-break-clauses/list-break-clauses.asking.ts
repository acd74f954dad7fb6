import type { AskedBreakClauses } from '#areas/break-clauses/index.js';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { readChoice, readReference, readRegisterMoment, type TypedRegister } from '../asking-register/asking-register.js';
import { registerForm, type RegisterForm, selectField } from '../asking-register/register-form.js';
import type { AskedRegisterMoment } from '../asking-register/register-moment.js';
import { CASE_STATES, CONDITION_NAMES, isCaseState } from './case-words.js';

/** What people say of the break clauses that they want, as it was typed. */
export interface TypedClauses extends TypedRegister {
  readonly condition?: string | undefined;
  readonly state?: string | undefined;
}

export interface ClausesAsking {
  readonly which: Pick<AskedBreakClauses, 'contract' | 'condition' | 'state'>;
  readonly moment: AskedRegisterMoment;
  readonly errors: readonly FieldError[];
}

export function readClauses(typed: TypedClauses): ClausesAsking {
  const errors: FieldError[] = [];
  const which = {
    contract: readReference('contract', typed.contract, errors),
    condition: readChoice('condition', typed.condition, CONDITION_KINDS, errors),
    state: readChoice('state', typed.state, Object.keys(CASE_STATES).filter(isCaseState), errors),
  };
  return { which, moment: readRegisterMoment(typed, errors), errors };
}

export function clausesForm(action: string, typed: TypedClauses, errors: readonly FieldError[]): RegisterForm {
  const states = Object.entries(CASE_STATES).map(([value, { text }]) => [value, text] as const);
  return registerForm({
    action,
    typed,
    errors,
    selects: [
      selectField('state', 'With a case that stands so', [['', 'All clauses, with or without a case'], ...states], typed.state, errors),
      selectField('condition', 'Condition', [['', 'Any'], ...Object.entries(CONDITION_NAMES)], typed.condition, errors),
    ],
  });
}
