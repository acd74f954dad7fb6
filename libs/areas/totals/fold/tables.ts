import { readFileSync } from 'node:fs';
import type { DerivedTables } from '#engine/projections/derived.js';
import { addTable, type Column, insertTable, upsertTable } from '#engine/projections/table.js';
import { AMOUNTS, withEachAmount } from './amounts.js';

const sql = (name: string) => withEachAmount(readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8'));

/** A column for each amount. */
function eachAs<C extends Column>(type: C): Record<(typeof AMOUNTS)[number], C> {
  return Object.fromEntries(AMOUNTS.map((column) => [column, type])) as Record<(typeof AMOUNTS)[number], C>;
}

/** The dimensions of amounts, as they stood when the amounts were entered. */
export const dimension = upsertTable({
  key: ['commitment', 'provider', 'terms_version', 'provider_version'],
  columns: {
    /** Made from the key; what journal and cells name these dimensions by. */
    id: 'bigint',
    commitment: 'text',
    provider: 'text',
    /** The version of the contract's stream that recorded these terms. */
    terms_version: 'integer',
    /** The version of the provider's stream. */
    provider_version: 'integer',
    contract: 'text',
    directorate: 'text',
    contract_basis: 'text',
    theme: 'text',
    outcome: 'text',
    measure: 'text',
    unit: 'text',
    combine: 'text',
    money: 'text',
    valued: 'boolean',
    provider_type: 'text',
    place: 'text',
    beneficiary_agency: 'text',
    beneficiary_group: 'text',
    priority: 'text',
    /** A JSON array. */
    tags: 'jsonb',
  },
  ddl: sql('dimension'),
  indexes: ['create unique index if not exists dimension_id on dimension (authority, id)', 'create index if not exists dimension_contract on dimension (authority, contract)'],
});

/**
 * Every change of every figure. A row holds what one event added to, or took from, a commitment and member in a period:
 * for each figure that it changed the pence and the quantity in millionths of the measure's unit. The sums of these
 * entries are the totals.
 */
export const journal = insertTable({
  key: ['position', 'dimension', 'entry'],
  columns: {
    position: 'bigint',
    dimension: 'bigint',
    /** 1, 2, 3 … within its position and commitment. */
    entry: 'integer',
    period_from: 'date',
    period_to: 'date',
    /** The end of a target's period; of what was delivered the end of its year. */
    due_on: 'date',
    /** The delivered year. */
    year: 'text',
    posted_year: 'text',
    ...eachAs('bigint?'),
  },
  ddl: sql('journal'),
});


/** The present sum of the journal for each commitment, member and year; of targets for each end of a period. */
export const cell = addTable({
  key: ['dimension', 'due_on', 'posted_year'],
  columns: { dimension: 'bigint', due_on: 'date', posted_year: 'text', year: 'text', ...eachAs('bigint') },
  adds: AMOUNTS,
  ddl: sql('cell'),
});

/**
 * The lines of stocks, before they compete for being the one that counts: a row says how a part of a line stands from
 * its position on. Questions that combine otherwise than by year (a quarter; periods ended by a day) replay them.
 */
export const stockLine = insertTable({
  key: ['dimension', 'position', 'entry'],
  columns: {
    dimension: 'bigint',
    position: 'bigint',
    entry: 'integer',
    line: 'text',
    role: 'text',
    period_from: 'date',
    period_to: 'date',
    recorded: 'integer',
    /** False: the part is gone. */
    present: 'boolean',
    /** Figure → [pence, quantity in millionths as text]. */
    amounts: 'jsonb',
    /** The latest closed year when this was recorded. */
    closed_through: 'text?',
  },
  ddl: sql('stock-line'),
});

/** A contract as coverage sees it, from a position on. */
export const contractCoverage = insertTable({
  key: ['contract', 'position'],
  columns: {
    contract: 'text',
    position: 'bigint',
    directorate: 'text',
    starts_on: 'date',
    ends_on: 'date',
    value_pence: 'bigint',
    /** Whether it has a commitment of basis `contract`. */
    with_commitments: 'boolean',
    /** Year → the end of its first reporting period for which a member's return is missing. */
    missing: 'jsonb',
    /** Year → the earliest end of a period of which a report waits for a decision. */
    waiting: 'jsonb',
  },
  ddl: sql('contract-coverage'),
});

/**
 * Every change of what can be said of how many contracts: a fact that began (+1) or ceased (-1) to hold for a contract,
 * within a scope: a financial year that it runs in, or ''. The sums of these entries are coverage.
 */
export const coverageEntry = insertTable({
  key: ['position', 'contract', 'entry'],
  columns: {
    position: 'bigint',
    contract: 'text',
    entry: 'integer',
    scope: 'text',
    fact: 'text',
    /** Of a missing return the end of its period; else ''. */
    since: 'text',
    contracts: 'integer',
    /** The value of the contract, with the same sign. */
    pence: 'bigint',
  },
  ddl: sql('coverage-entry'),
});

/** The keys of the roll-up, numbered: what the commonest questions ask about, and what stays few as an authority grows. */
const rollup = {
  columns: {
    id: 'integer',
    contract_basis: 'text',
    theme: 'text',
    outcome: 'text',
    measure: 'text',
    unit: 'text',
    combine: 'text',
    money: 'text',
    valued: 'boolean',
    year: 'text',
    posted_year: 'text',
    due_on: 'date',
  },
  ddl: sql('rollup'),
  indexes: [
    'create unique index if not exists rollup_key on rollup (authority, measure, year, posted_year, due_on, contract_basis, theme, outcome, unit, combine, money, valued)',
  ],
} as const;

/** What all entries up to a position add up to, under each key of the roll-up: a row at the end of each block in which it changed. */
const closing = {
  columns: { rollup: 'integer', position: 'bigint', ...eachAs('bigint') },
  ddl: sql('closing'),
} as const;

/** What the entries of coverage up to a position add up to. */
const coverageClosing = {
  columns: { scope: 'text', fact: 'text', since: 'text', position: 'bigint', contracts: 'integer', pence: 'bigint' },
  ddl: sql('coverage-closing'),
} as const;

/** Every so often, how far a series of snapshots has come, and of how many cells the latest is. */
const snapshot = {
  columns: { position: 'bigint', cells: 'bigint' },
  ddl: sql('snapshot'),
} as const;

/** The cells as they stood at the position of a snapshot. */
const snapshotCell = {
  columns: { position: 'bigint', dimension: 'bigint', due_on: 'date', posted_year: 'text', year: 'text', ...eachAs('bigint') },
  ddl: sql('snapshot-cell'),
} as const;

/** The same, told apart by the ends of periods, for questions within a year. */
const snapshotPeriod = {
  columns: { position: 'bigint', dimension: 'bigint', period_to: 'date', posted_year: 'text', year: 'text', ...eachAs('bigint') },
  ddl: sql('snapshot-period'),
} as const;

/** How often what was entered is added up. */
export interface Rhythm {
  /** All keys of the roll-up are closed after every so many positions; a question adds up the entries since one by one. */
  readonly block: number;
  /** Snapshots are so many positions apart at least: one of few cells saves less than it costs. */
  readonly snapshots: number;
}

export const RHYTHM: Rhythm = { block: 512, snapshots: 16_384 };

/** The tables that SQL makes of the journal; what is added up is closed after every so many positions. */
export function derivedTables(every: Rhythm['block']) {
  const closed = (statement: string) => ({ every, statement: sql(statement) });
  return {
    rollup: { ...rollup, derive: closed('derive-rollup') },
    closing: { ...closing, derive: closed('derive-closing') },
    coverage_closing: { ...coverageClosing, derive: closed('derive-coverage-closing') },
    snapshot,
    snapshot_cell: snapshotCell,
    snapshot_period: snapshotPeriod,
  } as const satisfies DerivedTables;
}

/** What is done beside the flushes: a snapshot, whenever the ledger has grown by as many entries as there are cells, and by so many at least. */
export function upkeep(least: Rhythm['snapshots']) {
  return { take_snapshot: sql('take-snapshot').replaceAll(':least', String(least)) };
}
