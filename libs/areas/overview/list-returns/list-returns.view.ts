import type { ObligationAnswer, ReturnsAnswer } from '#areas/obligations/index.js';
import type { ChartWithTable } from '#surface/pages/charts/chart.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import type { RegisterForm } from '../asking-register/register-form.js';
import { judgedInWords, type JudgedMoment } from '../asking-register/register-moment.js';
import { pagingOf } from '../asking-register/register-paging.js';
import { ALL } from '../list-obligations/list-obligations.asking.js';
import { contractCell, dueCell, standingCell, whom, whyCell } from '../list-obligations/obligation-cells.js';
import { isState, STATES } from '../list-obligations/obligation-words.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { returnsForm, type TypedReturns } from './list-returns.asking.js';
import { returnsByState } from './returns-by-state.js';

export interface ListReturnsView extends FramedView {
  readonly form: RegisterForm;
  /** Undefined while the form cannot be understood. */
  readonly moment: string | undefined;
  /** Of all states, whichever is listed; undefined where no return is owed. */
  readonly byState: ChartWithTable | undefined;
  readonly returns: FiguresTable | undefined;
  readonly allHref: string;
  readonly nothing: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

export interface FoundReturns {
  readonly moment: JudgedMoment;
  /** Of the returns in all states. */
  readonly counts: ReturnsAnswer['counts'];
  /** One more than is shown, where there are more. */
  readonly items: readonly ObligationAnswer[];
}

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedReturns;
  readonly errors: readonly FieldError[];
  /** Undefined while the form cannot be understood. */
  readonly found: FoundReturns | undefined;
  readonly limit: number;
}

/** The returns that providers owe, how many are in each state, and which. */
export function listReturnsView({ frame, typed, errors, found, limit }: Parts): ListReturnsView {
  const { code, head: _, ...framed } = frame;
  const path = `/authorities/${code}/returns`;
  const { from, state, contract, on, knownAt } = typed;
  const said = { from, state, contract, on, knownAt };
  const { shown, ...ways } = pagingOf(found?.items, { path, said, after: typed.after, limit, placeOf: ({ dueOn, id }) => [dueOn, id] });
  return {
    ...framed,
    errors,
    title: 'Returns',
    form: returnsForm(path, typed, errors),
    moment: found && judgedInWords(found.moment),
    byState: found && returnsByState({ counts: found.counts, on: found.moment.on }, (one) => `${addressWith(path, { ...said, state: one })}#returns`),
    returns: found && shown.length > 0 ? returnsTable(code, shown, said, addressWith(`${path}.csv`, { ...said, on: found.moment.on })) : undefined,
    allHref: addressWith(path, { ...said, state: ALL }),
    nothing: nothingInWords(typed),
    ...ways,
  };
}

function returnsTable(code: string, returns: readonly ObligationAnswer[], said: TypedReturns, csvHref: string): FiguresTable {
  return {
    id: 'returns',
    caption: `${captionOf(said)}, the earliest due first`,
    words: true,
    columns: ['Return', 'Provider', 'Contract', 'Due on', 'Why that day', 'How it stands'].map((heading) => ({ heading, numeric: false })),
    rows: returns.map((one) => ({ cells: [{ text: one.what }, { text: whom(one), href: providerHref(code, one, said) }, contractCell(code, one), dueCell(one), whyCell(one), standingCell(one)] })),
    csvHref,
  };
}

function captionOf({ state = '' }: TypedReturns): string {
  if (isState(state)) return `Returns in the state “${STATES[state].text.toLowerCase()}”`;
  return state === ALL ? 'All returns' : 'Outstanding returns';
}

function nothingInWords({ from, state = '', contract }: TypedReturns): string {
  if (isState(state) || [from, contract].some((text) => text !== undefined && text !== '')) return 'No return is like that.';
  return state === ALL ? 'No return is owed: no contract on record has a reporting schedule.' : 'No return is outstanding.';
}

function providerHref(code: string, { from }: ObligationAnswer, said: TypedReturns): string | undefined {
  return from === null ? undefined : addressWith(`/authorities/${code}/returns`, { ...said, from: from.reference });
}
