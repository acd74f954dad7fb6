import type { Database, Transaction } from '#engine/database/database.js';
import type { DerivedTable } from './derived.js';
import type { AnyProjection } from './projection.js';
import { columnsOfTable, statementsOn } from './statements.js';
import type { TableDefinition } from './table.js';

const ENGINES = ['checkpoint', 'parked', 'state'];

/** Makes the schema of a projection with all its tables, open to the application, unless it is there already. */
export async function makeTables(database: Database, schema: string, projection: AnyProjection): Promise<void> {
  await database.as('svl_projector', async (tx) => {
    // processes that start together take turns
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`projection ${schema}`]);
    const there = await tx.query('select from pg_namespace where nspname = $1', [schema]);
    if (there.length > 0) return;
    await makeBareTables(tx, schema, projection);
    await openTables(tx, schema, projection);
  });
}

/** Makes the tables without the application's rights and without further indexes: to be filled in bulk. */
export async function makeBareTables(tx: Transaction, schema: string, projection: AnyProjection): Promise<void> {
  const { checkpointTable, parkedTable, stateTable } = statementsOn(schema);
  await tx.query(`create schema "${schema}"`);
  for (const statement of [checkpointTable, parkedTable, stateTable]) await tx.query(statement);
  await tx.query(`set local search_path to "${schema}"`);
  for (const [name, definition] of everyTableOf(projection)) {
    await tx.query(definition.ddl);
    await compare(tx, schema, name, definition);
  }
}

/** Adds the further indexes that are not there yet. */
export async function makeIndexes(tx: Transaction, schema: string, projection: AnyProjection): Promise<void> {
  await tx.query(`set local search_path to "${schema}"`);
  for (const index of everyTableOf(projection).flatMap(([, definition]) => definition.indexes ?? [])) await tx.query(index);
}

/** Adds the indexes, and lets the application read its authorities' rows. */
export async function openTables(tx: Transaction, schema: string, projection: AnyProjection): Promise<void> {
  const tables = everyTableOf(projection);
  await makeIndexes(tx, schema, projection);
  await tx.query(`grant usage on schema "${schema}" to session_user`);
  const { secureTable } = statementsOn(schema);
  for (const name of [...ENGINES, ...tables.map(([table]) => table)]) {
    await tx.query(secureTable.replaceAll('table_name', `"${name}"`));
  }
}

export async function dropTables(database: Database, schema: string): Promise<void> {
  await database.as('svl_projector', (tx) => dropInTransaction(tx, schema));
}

/** Gives up after some seconds where somebody reads there. */
export async function dropInTransaction(tx: Transaction, schema: string): Promise<void> {
  await tx.query(`set local lock_timeout to '5s'`);
  await tx.query(`drop schema if exists "${schema}" cascade`);
}

export function tablesOf(projection: AnyProjection): [string, TableDefinition][] {
  return Object.entries(projection.tables as Record<string, TableDefinition>);
}

/** The tables that folds write, and those that are derived from them. */
export function everyTableOf(projection: AnyProjection): [string, TableDefinition | DerivedTable][] {
  return [...tablesOf(projection), ...Object.entries(projection.derived ?? {})];
}

/** A definition and its DDL say the same twice; here is where a difference shows. */
async function compare(tx: Transaction, schema: string, name: string, definition: Pick<TableDefinition, 'columns'>): Promise<void> {
  const found = await tx.query<{ name: string; type: string; nullable: boolean }>(columnsOfTable, [`"${schema}"."${name}"`]);
  const inTable = found.map((column) => `${column.name} ${column.type}${column.nullable ? '?' : ''}`).sort();
  const defined = Object.entries<string>(definition.columns).map(([column, type]) => `${column} ${type}`);
  const wanted = ['authority text', ...defined].sort();
  if (inTable.join() !== wanted.join()) {
    throw new Error(
      `The table ${name} of ${schema} is defined with (${wanted.join(', ')}), and its DDL makes (${inTable.join(', ')}).`,
    );
  }
}
