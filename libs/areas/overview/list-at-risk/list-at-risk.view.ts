import { type AtRiskAnswer, lastDayInWords, placeOfAtRisk } from '#areas/break-clauses/index.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { FiguresCell, FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import type { RegisterForm } from '../asking-register/register-form.js';
import { judgedInWords, type JudgedMoment } from '../asking-register/register-moment.js';
import { pagingOf } from '../asking-register/register-paging.js';
import { breakClausePath } from '../list-break-clauses/list-break-clauses.view.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { lackingInWords, waitingInWords } from './at-risk-words.js';
import { atRiskForm, type TypedAtRisk } from './list-at-risk.asking.js';

export interface ListAtRiskView extends FramedView {
  readonly form: RegisterForm;
  readonly moment: string | undefined;
  /** Undefined where there is none. */
  readonly atRisk: FiguresTable | undefined;
  readonly nothing: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedAtRisk;
  readonly errors: readonly FieldError[];
  /** Undefined while the form cannot be understood. */
  readonly found: { readonly moment: JudgedMoment; /** One more than is shown, where there are more. */ readonly items: readonly AtRiskAnswer[] } | undefined;
  readonly limit: number;
}

export function atRiskPath(code: string): string {
  return `/authorities/${code}/at-risk`;
}

/** What would meet the condition of a break clause if the running period ended today. */
export function listAtRiskView({ frame, typed, errors, found, limit }: Parts): ListAtRiskView {
  const { code, head: _, ...framed } = frame;
  const path = atRiskPath(code);
  const { condition, review, contract, on, knownAt } = typed;
  const said = { condition, review, contract, on, knownAt };
  const { shown, ...ways } = pagingOf(found?.items, { path, said, after: typed.after, limit, placeOf: placeOfAtRisk });
  const asked = [condition, review, contract].some((text) => text !== undefined && text !== '');
  return {
    ...framed,
    errors,
    title: 'At risk',
    form: atRiskForm(path, typed, errors),
    moment: found && judgedInWords(found.moment),
    atRisk: found && shown.length > 0 ? atRiskTable(code, shown, found.moment.on, said, addressWith(`${path}.csv`, { ...said, on: found.moment.on })) : undefined,
    nothing: asked ? 'Nothing like that is at risk.' : 'Nothing would meet a condition if the period ended today.',
    ...ways,
  };
}

function atRiskTable(code: string, items: readonly AtRiskAnswer[], on: IsoDate, said: TypedAtRisk, csvHref: string): FiguresTable {
  return {
    id: 'at-risk',
    caption: 'What would meet a condition if the period ended today',
    words: true,
    columns: ['Clause', 'Contract', 'As it stands', 'Lacking', 'Waits for the authority’s review', 'Last day to avert it'].map((heading) => ({ heading, numeric: false })),
    rows: items.map((one) => ({
      cells: [
        { text: one.clause, href: breakClausePath(code, one.clause, said) },
        { text: `${one.contract.reference}: ${one.contract.title}`, href: contractPath(code, one.contract.reference) },
        { text: one.sentence },
        lackingCell(one),
        { text: waitingInWords(one) },
        { text: lastDayInWords(one, on) },
      ],
    })),
    csvHref,
  };
}

function lackingCell(one: AtRiskAnswer): FiguresCell {
  const [first = '', ...more] = lackingInWords(one);
  return { text: first, more: more.map((text) => ({ text })) };
}
