import type { SeenBreakClause } from '#areas/break-clauses/index.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { addressWith } from '../asking/asking.js';
import type { TypedRegister } from '../asking-register/asking-register.js';
import { registerForm, type RegisterForm } from '../asking-register/register-form.js';
import { judgedInWords, type JudgedMoment } from '../asking-register/register-moment.js';
import { breakClausePath, breakClausesPath } from '../list-break-clauses/list-break-clauses.view.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import type { Line } from '../told-events/fact-groups.js';
import { type CaseView, caseView } from './case.view.js';
import { clauseInWords } from './terms-in-words.js';

export interface SeeBreakClauseView extends FramedView {
  readonly form: RegisterForm;
  readonly moment: string | undefined;
  /** Undefined while the form cannot be understood. */
  readonly clause: SeenClauseView | undefined;
}

export interface SeenClauseView {
  readonly summary: string;
  readonly contract: { readonly text: string; readonly href: string };
  readonly timelineHref: string;
  readonly lines: readonly Line[];
  /** The latest first. */
  readonly cases: readonly CaseView[];
}

interface Parts {
  readonly frame: Frame;
  readonly reference: string;
  readonly typed: Pick<TypedRegister, 'on' | 'knownAt'>;
  readonly errors: readonly FieldError[];
  readonly found: { readonly moment: JudgedMoment; readonly clause: SeenBreakClause } | undefined;
}

/** A break clause: what it says, and what became of each time that its condition was met. */
export function seeBreakClauseView({ frame, reference, typed, errors, found }: Parts): SeeBreakClauseView {
  const { code, head: _, ...framed } = frame;
  return {
    ...framed,
    errors,
    title: `Break clause ${reference}`,
    breadcrumbs: [{ text: 'Break clauses', href: breakClausesPath(code) }, { text: reference }],
    form: registerForm({ action: breakClausePath(code, reference), typed, errors, selects: [], byContract: false }),
    moment: found && judgedInWords(found.moment),
    clause: found && seenClause(code, found.clause, found.moment),
  };
}

function seenClause(code: string, clause: SeenBreakClause, { knownAt }: JudgedMoment): SeenClauseView {
  const { reference, contract, summary, earlier, cases } = clause;
  const path = contractPath(code, contract.reference);
  return {
    summary,
    contract: { text: `${contract.reference}: ${contract.title}`, href: path },
    timelineHref: addressWith(`${path}/timeline`, { about: reference, knownAt }),
    lines: clauseInWords(clause),
    cases: cases.map((one) => caseView(one, earlier.length > 0)).reverse(),
  };
}
