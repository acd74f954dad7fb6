import type { BreakClauseAnswer, CaseAnswer } from '#areas/break-clauses/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { FiguresCell, FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import type { Choice, RegisterForm } from '../asking-register/register-form.js';
import { judgedInWords, type JudgedMoment } from '../asking-register/register-moment.js';
import { pagingOf } from '../asking-register/register-paging.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { caseStateInWords, clockInWords } from './case-words.js';
import { clausesForm, type TypedClauses } from './list-break-clauses.asking.js';

export interface ListBreakClausesView extends FramedView {
  readonly form: RegisterForm;
  readonly choices: readonly Choice[];
  readonly moment: string | undefined;
  /** Undefined where there is none. */
  readonly clauses: FiguresTable | undefined;
  readonly nothing: string;
  readonly atRiskHref: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedClauses;
  readonly errors: readonly FieldError[];
  /** Undefined while the form cannot be understood. */
  readonly found: { readonly moment: JudgedMoment; /** One more than is shown, where there are more. */ readonly clauses: readonly BreakClauseAnswer[] } | undefined;
  readonly limit: number;
}

export function breakClausesPath(code: string): string {
  return `/authorities/${code}/break-clauses`;
}

/** A clause's own page, asked on the same day and as known at the same moment. */
export function breakClausePath(code: string, reference: string, { on, knownAt }: Pick<TypedClauses, 'on' | 'knownAt'> = {}): string {
  return addressWith(`${breakClausesPath(code)}/${encodeURIComponent(reference)}`, { on, knownAt });
}

/** The break clauses of an authority, with each time that a condition was met, and the clocks that run. */
export function listBreakClausesView({ frame, typed, errors, found, limit }: Parts): ListBreakClausesView {
  const { code, head: _, ...framed } = frame;
  const path = breakClausesPath(code);
  const { condition, state, contract, on, knownAt } = typed;
  const said = { condition, state, contract, on, knownAt };
  const { shown, ...ways } = pagingOf(found?.clauses, { path, said, after: typed.after, limit, placeOf: ({ reference }) => [reference] });
  return {
    ...framed,
    errors,
    title: 'Break clauses',
    form: clausesForm(path, typed, errors),
    choices: choicesOf(path, typed),
    moment: found && judgedInWords(found.moment),
    clauses: found && shown.length > 0 ? clausesTable(code, shown, said, addressWith(`${path}.csv`, { ...said, on: found.moment.on })) : undefined,
    nothing: [condition, state, contract].some((text) => text !== undefined && text !== '') ? 'No break clause is like that.' : 'No break clause is on record.',
    atRiskHref: addressWith(`/authorities/${code}/at-risk`, { contract, on, knownAt }),
    ...ways,
  };
}

function clausesTable(code: string, clauses: readonly BreakClauseAnswer[], { on, knownAt }: TypedClauses, csvHref: string): FiguresTable {
  return {
    id: 'break-clauses',
    caption: 'Break clauses and their cases',
    words: true,
    columns: ['Clause', 'Contract', 'When it bites', 'Cases: each time that its condition was met'].map((heading) => ({ heading, numeric: false })),
    rows: clauses.map(({ reference, contract, condition, cases }) => ({
      cells: [
        { text: reference, href: breakClausePath(code, reference, { on, knownAt }) },
        { text: `${contract.reference}: ${contract.title}`, href: contractPath(code, contract.reference) },
        { text: condition.sentence },
        casesCell(cases),
      ],
    })),
    csvHref,
  };
}

const SHOWN = 3;

/** The latest cases, the last first. */
function casesCell(cases: readonly CaseAnswer[]): FiguresCell {
  if (cases.length === 0) return { text: 'None: its condition was never met' };
  const latest = cases.slice(-SHOWN).reverse();
  const earlier = cases.length - latest.length;
  const lines = latest.flatMap((one): readonly FiguresCell[] => {
    const clock = clockInWords(one);
    return [{ text: `${one.name}, found on ${isoDay(one.metOn)}` }, caseStateInWords(one), ...(clock === undefined ? [] : [{ text: clock }])];
  });
  return { text: '', more: [...lines, ...(earlier === 0 ? [] : [{ text: `and ${earlier} earlier` }])] };
}

function choicesOf(path: string, { condition = '', state = '', contract, on, knownAt }: TypedClauses): readonly Choice[] {
  const choice = (text: string, asked: string) => ({
    text,
    href: addressWith(path, { state: asked, contract, on, knownAt }),
    current: condition === '' && asked === state,
  });
  return [choice('All clauses', ''), choice('Clocks running', 'time running'), choice('To be confirmed', 'to be confirmed'), choice('May be invoked', 'may be invoked')];
}
