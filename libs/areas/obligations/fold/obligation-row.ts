import type { ContractTerms } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';
import type { Reached } from '#domain/kernel/working-days.js';
import type { TableRow } from '#engine/projections/projection.js';
import type { ObligationKind } from '../kinds.js';
import type { obligation } from './tables.js';

export type ObligationRow = TableRow<typeof obligation>;

/** What working days are counted from. */
export type CountedSince =
  | 'the period ended'
  | 'it came on record that it is owed'
  | 'it was reported'
  | 'the question was asked'
  | 'the question was answered'
  | 'the validation was withdrawn'
  | 'more time was asked for'
  | 'the condition was found to be met'
  | 'the notice counts as served'
  | 'the contract came on record';

/** How the day was reached on which something is due. */
export interface How {
  /** By counting working days; null: it was agreed as it is. */
  readonly reached: Reached | null;
  /** What happened on the day from which they are counted; null where none are. */
  readonly since: CountedSince | null;
  /** The day that replaced it; null: none did. */
  readonly extendedUntil: IsoDate | null;
}

/** What an obligation has beside its contract. */
interface Stated extends Period {
  readonly kind: ObligationKind;
  /** What tells it from others of its kind and contract. */
  readonly key: readonly (string | number)[];
  /** Blank: the authority. */
  readonly provider: string;
  readonly about: string;
  readonly dueOn: IsoDate | null;
  readonly how: How;
  readonly closedOn: IsoDate | null;
}

const WORDS: Readonly<Record<ObligationKind, string>> = {
  return: 'return',
  'answer a query': 'query',
  'improvement step': 'step',
  'put a breach right': 'put-right',
  'review a report': 'review',
  'answer a request for more time': 'request',
  'decide on a condition': 'condition',
};

/** The row of an obligation that is no return. */
export function obligationRow({ reference, title }: ContractTerms, stated: Stated): ObligationRow {
  const { kind, key, provider, from, to, about, dueOn, how, closedOn } = stated;
  return {
    obligation: [WORDS[kind], reference, ...key].map(encodeURIComponent).join('/'),
    kind,
    contract: reference,
    contract_title: title,
    provider,
    period_from: from,
    period_to: to,
    about,
    due_on: dueOn,
    how: JSON.stringify(how),
    extension: null,
    missed: false,
    set_aside: false,
    before_record: false,
    closed_on: closedOn,
  };
}

export function sameRow(one: ObligationRow, other: ObligationRow): boolean {
  return (Object.keys(one) as (keyof ObligationRow)[]).every((column) => one[column] === other[column]);
}
