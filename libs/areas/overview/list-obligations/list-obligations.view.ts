import type { ObligationAnswer } from '#areas/obligations/index.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import type { Choice, RegisterForm } from '../asking-register/register-form.js';
import { judgedInWords, type JudgedMoment } from '../asking-register/register-moment.js';
import { pagingOf } from '../asking-register/register-paging.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { ALL, obligationsForm, type TypedObligations } from './list-obligations.asking.js';
import { contractCell, dueCell, standingCell, whom, whyCell } from './obligation-cells.js';

export interface ListObligationsView extends FramedView {
  readonly form: RegisterForm;
  readonly choices: readonly Choice[];
  /** Undefined while the form cannot be understood. */
  readonly moment: string | undefined;
  /** Undefined where there is none. */
  readonly obligations: FiguresTable | undefined;
  readonly nothing: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedObligations;
  readonly errors: readonly FieldError[];
  /** Undefined while the form cannot be understood. */
  readonly found: { readonly moment: JudgedMoment; /** One more than is shown, where there are more. */ readonly obligations: readonly ObligationAnswer[] } | undefined;
  readonly limit: number;
}

export function obligationsPath(code: string): string {
  return `/authorities/${code}/obligations`;
}

/** What is due, from whom, for what, when, and why on that day. */
export function listObligationsView({ frame, typed, errors, found, limit }: Parts): ListObligationsView {
  const { code, head: _, ...framed } = frame;
  const path = obligationsPath(code);
  const { from, kind, state, contract, on, knownAt } = typed;
  const said = { from, kind, state, contract, on, knownAt };
  const { shown, ...ways } = pagingOf(found?.obligations, { path, said, after: typed.after, limit, placeOf: ({ dueOn, id }) => [dueOn, id] });
  return {
    ...framed,
    errors,
    title: 'What is due',
    form: obligationsForm(path, typed, errors),
    choices: choicesOf(path, typed),
    moment: found && judgedInWords(found.moment),
    obligations: found && shown.length > 0 ? obligationsTable(code, shown, said, addressWith(`${path}.csv`, { ...said, on: found.moment.on })) : undefined,
    nothing: nothingInWords(typed),
    ...ways,
  };
}

function obligationsTable(code: string, obligations: readonly ObligationAnswer[], said: TypedObligations, csvHref: string): FiguresTable {
  const path = obligationsPath(code);
  return {
    id: 'obligations',
    caption: 'What is due, the earliest day first',
    words: true,
    columns: ['What is due', 'From whom', 'Contract', 'Due on', 'Why that day', 'How it stands'].map((heading) => ({ heading, numeric: false })),
    rows: obligations.map((one) => ({
      cells: [
        { text: one.what },
        { text: whom(one), href: addressWith(path, { ...said, from: one.from?.reference ?? 'authority' }) },
        contractCell(code, one),
        dueCell(one),
        whyCell(one),
        standingCell(one),
      ],
    })),
    csvHref,
  };
}

function choicesOf(path: string, { from = '', kind = '', state = '', contract, on, knownAt }: TypedObligations): readonly Choice[] {
  const choice = (text: string, said: Pick<TypedObligations, 'from' | 'state'>) => ({
    text,
    href: addressWith(path, { ...said, contract, on, knownAt }),
    current: kind === '' && (said.from ?? '') === from && (said.state ?? '') === state,
  });
  return [
    choice('Outstanding', {}),
    choice('Overdue', { state: 'overdue' }),
    choice('Due from the authority itself', { from: 'authority' }),
    choice('Everything, met or not', { state: ALL }),
  ];
}

function nothingInWords({ from, kind, state = '', contract }: TypedObligations): string {
  const asked = [from, kind, contract].some((text) => text !== undefined && text !== '');
  if (asked || (state !== '' && state !== ALL)) return 'Nothing like that is due. Ask for fewer things, or for everything.';
  return state === ALL ? 'Nothing is due, and nothing was: no contract on record asks for returns, and no delivery report waits.' : 'Nothing is outstanding.';
}
