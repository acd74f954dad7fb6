import type { AskedContracts } from '#areas/registers/index.js';
import { writeCursor } from '#surface/http/queries/cursor.js';
import { errorAt, type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { contractsTable, type ContractsWithFigures } from './contracts-table.js';

export interface ListContractsView extends FramedView {
  readonly action: string;
  readonly q: { readonly value: string; readonly error: string | undefined };
  readonly status: { readonly items: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]; readonly error: string | undefined };
  /** Undefined where none is found. */
  readonly contracts: FiguresTable | undefined;
  readonly nothing: string;
  readonly importHref: string;
  readonly importsHref: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

export interface TypedSearch {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly after?: string | undefined;
}

const STATUSES = { '': 'All contracts', running: 'Running', completed: 'Completed', terminated: 'Ended before their time' };

/** A search for contracts as it was typed. */
export function readSearch({ q, status }: TypedSearch): { readonly asked: AskedContracts; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  if ((q ?? '').length > 200) errors.push(fieldError('q', 'What to look for must be 200 characters or fewer'));
  if (!Object.hasOwn(STATUSES, status ?? '')) errors.push(fieldError('status', 'Select all contracts, or one of the states'));
  const known = status === 'running' || status === 'completed' || status === 'terminated' ? status : undefined;
  return { asked: { q: q?.trim() || undefined, status: known }, errors };
}

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedSearch;
  readonly errors: readonly FieldError[];
  /** One contract more than is shown, where there are more. */
  readonly found: ContractsWithFigures | undefined;
  readonly limit: number;
}

/** An authority's contracts, and how far each is. */
export function listContractsView({ frame, typed, errors, found, limit }: Parts): ListContractsView {
  const { code, head: _, ...framed } = frame;
  const action = `/authorities/${code}/contracts`;
  const { q, status } = typed;
  const shown = found && { ...found, contracts: found.contracts.slice(0, limit) };
  const last = shown?.contracts.at(-1);
  const searched = Boolean(q || status);
  return {
    ...framed,
    errors,
    title: 'Contracts',
    action,
    q: { value: q ?? '', error: errorAt('q', errors) },
    status: { items: Object.entries(STATUSES).map(([value, text]) => ({ value, text, selected: value === (status ?? '') })), error: errorAt('status', errors) },
    contracts: shown && shown.contracts.length > 0 ? contractsTable(code, shown, addressWith(`${action}.csv`, { q, status })) : undefined,
    nothing: searched ? 'No contract is like that. Look for fewer letters, or for all contracts.' : 'No contract is recorded yet.',
    importHref: `/authorities/${code}/imports/new`,
    importsHref: `/authorities/${code}/imports`,
    firstHref: typed.after === undefined ? undefined : addressWith(action, { q, status }),
    nextHref: found && last && found.contracts.length > limit ? addressWith(action, { q, status, after: writeCursor([last.reference]) }) : undefined,
  };
}
