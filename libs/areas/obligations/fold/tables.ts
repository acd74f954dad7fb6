import { readFileSync } from 'node:fs';
import { insertTable, upsertTable } from '#engine/projections/table.js';

const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');

const columns = {
  /** What it is known by: its kind in a word, its contract, and what tells it from others, each part URI-encoded. */
  obligation: 'text',
  kind: 'text',
  contract: 'text',
  contract_title: 'text',
  /** From whom: the reference of a provider; blank: from the authority itself. */
  provider: 'text',
  period_from: 'date',
  period_to: 'date',
  /** A delivery report, the case of a break clause, a step of its plan; blank where the period says it. */
  about: 'text',
  /** Null: nobody knows yet, while the contract is suspended. */
  due_on: 'date?',
  /** How that day was reached: a `How` as JSON. */
  how: 'jsonb',
  /** Of a return: how a request for more time stands. */
  extension: 'text?',
  /** Of a return: it is recorded that it had not come. */
  missed: 'boolean',
  /** Of a missed return: this counts for nothing. */
  set_aside: 'boolean',
  /** Of a return: it was due before the contract came on record. */
  before_record: 'boolean',
  /** When it was met. */
  closed_on: 'date?',
} as const;

/** Every obligation, as it now stands. */
export const obligation = upsertTable({
  key: ['obligation'],
  columns,
  ddl: sql('obligation'),
  indexes: [
    `create index if not exists obligation_due on obligation (authority, coalesce(due_on, 'infinity'::date), obligation)`,
    `create index if not exists obligation_unmet on obligation (authority, coalesce(due_on, 'infinity'::date), obligation) where closed_on is null`,
    'create index if not exists obligation_contract on obligation (authority, contract)',
  ],
});

/** How each obligation stood from an entry of the ledger on, until its next row; `gone`: it no longer existed. */
export const obligationEntry = insertTable({
  key: ['obligation', 'position'],
  columns: { ...columns, position: 'bigint', gone: 'boolean' },
  ddl: sql('obligation-entry'),
  indexes: ['create index if not exists obligation_entry_contract on obligation_entry (authority, contract, obligation, position)'],
});
