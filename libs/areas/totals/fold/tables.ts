import { readFileSync } from 'node:fs';
import { addTable, insertTable, upsertTable } from '#engine/projections/table.js';

const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');

/** The dimensions of amounts, as they stood when the amounts were entered. */
export const dimension = upsertTable({
  key: ['commitment', 'provider', 'terms_version', 'provider_version'],
  columns: {
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
});

/** Every change of every figure: a signed entry. Its sums are the totals. */
export const journal = insertTable({
  key: ['position', 'commitment', 'entry'],
  columns: {
    position: 'bigint',
    /** 1, 2, 3 … within its position and commitment. */
    entry: 'integer',
    commitment: 'text',
    provider: 'text',
    terms_version: 'integer',
    provider_version: 'integer',
    figure: 'text',
    period_from: 'date',
    period_to: 'date',
    /** The delivered year. */
    year: 'text',
    posted_year: 'text',
    pence: 'bigint',
    /** In millionths of the measure's unit. */
    quantity: 'bigint',
  },
  ddl: sql('journal'),
});

/** The present sum of the journal for each commitment, member, period and posted year. */
export const cell = addTable({
  key: ['commitment', 'provider', 'terms_version', 'provider_version', 'period_from', 'period_to', 'posted_year'],
  columns: {
    commitment: 'text',
    provider: 'text',
    terms_version: 'integer',
    provider_version: 'integer',
    period_from: 'date',
    period_to: 'date',
    posted_year: 'text',
    year: 'text',
    committed_pence: 'bigint',
    committed_quantity: 'bigint',
    reported_pence: 'bigint',
    reported_quantity: 'bigint',
    evidenced_pence: 'bigint',
    evidenced_quantity: 'bigint',
    validated_pence: 'bigint',
    validated_quantity: 'bigint',
    additional_pence: 'bigint',
    additional_quantity: 'bigint',
    not_assessed_pence: 'bigint',
    not_assessed_quantity: 'bigint',
    under_correction_pence: 'bigint',
    under_correction_quantity: 'bigint',
    brought_forward_pence: 'bigint',
    brought_forward_quantity: 'bigint',
  },
  adds: [
    'committed_pence',
    'committed_quantity',
    'reported_pence',
    'reported_quantity',
    'evidenced_pence',
    'evidenced_quantity',
    'validated_pence',
    'validated_quantity',
    'additional_pence',
    'additional_quantity',
    'not_assessed_pence',
    'not_assessed_quantity',
    'under_correction_pence',
    'under_correction_quantity',
    'brought_forward_pence',
    'brought_forward_quantity',
  ],
  ddl: sql('cell'),
});

/**
 * The lines of stocks, before they compete for being the one that counts: a row says how a part of a line stands from
 * its position on. Questions that combine otherwise than by year (a quarter; periods ended by a day) replay them.
 */
export const stockLine = insertTable({
  key: ['position', 'commitment', 'entry'],
  columns: {
    position: 'bigint',
    entry: 'integer',
    commitment: 'text',
    provider: 'text',
    terms_version: 'integer',
    provider_version: 'integer',
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
    /** Who must file a return: a JSON array of provider references. */
    members: 'jsonb',
    /** How often; null where no schedule was agreed. */
    reporting: 'text?',
  },
  ddl: sql('contract-coverage'),
});

/** A return that was filed, from a position on. */
export const returnFiled = insertTable({
  key: ['contract', 'provider', 'period_from', 'period_to', 'position'],
  columns: { contract: 'text', provider: 'text', period_from: 'date', period_to: 'date', position: 'bigint' },
  ddl: sql('return-filed'),
});

/** Reports that began (+1) or ceased (-1) to wait for a decision, by the period that they belong to. */
export const undecided = insertTable({
  key: ['contract', 'position', 'entry'],
  columns: { contract: 'text', position: 'bigint', entry: 'integer', period_to: 'date', year: 'text', change: 'integer' },
  ddl: sql('undecided'),
});
