import type { AskedAtRisk } from '#areas/break-clauses/index.js';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { readChoice, readReference, readRegisterMoment, type TypedRegister } from '../asking-register/asking-register.js';
import { registerForm, type RegisterForm, selectField } from '../asking-register/register-form.js';
import type { AskedRegisterMoment } from '../asking-register/register-moment.js';
import { CONDITION_NAMES } from '../list-break-clauses/case-words.js';

/** What people say of what they want to see at risk, as it was typed. */
export interface TypedAtRisk extends TypedRegister {
  readonly condition?: string | undefined;
  readonly review?: string | undefined;
}

export interface AtRiskAsking {
  readonly which: Pick<AskedAtRisk, 'contract' | 'condition' | 'awaitingReview'>;
  readonly moment: AskedRegisterMoment;
  readonly errors: readonly FieldError[];
}

const REVIEW = { waiting: 'Where the authority’s own review is awaited', none: 'Where nothing waits for the authority' } as const;

export function readAtRisk(typed: TypedAtRisk): AtRiskAsking {
  const errors: FieldError[] = [];
  const review = readChoice('review', typed.review, ['waiting', 'none'], errors);
  const which = {
    contract: readReference('contract', typed.contract, errors),
    condition: readChoice('condition', typed.condition, CONDITION_KINDS, errors),
    awaitingReview: review === undefined ? undefined : review === 'waiting',
  };
  return { which, moment: readRegisterMoment(typed, errors), errors };
}

export function atRiskForm(action: string, typed: TypedAtRisk, errors: readonly FieldError[]): RegisterForm {
  return registerForm({
    action,
    typed,
    errors,
    selects: [
      selectField('review', 'Waiting for the authority', [['', 'All'], ...Object.entries(REVIEW)], typed.review, errors),
      selectField('condition', 'Condition', [['', 'Any'], ...Object.entries(CONDITION_NAMES)], typed.condition, errors),
    ],
  });
}
