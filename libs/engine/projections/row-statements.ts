import type { Row } from './row-changes.js';
import type { Column, TableDefinition } from './table.js';

/** A table's statements: the rows come as one array for each column, after the authority. */
export interface RowStatements {
  readonly write: string;
  readonly remove: string;
  /** For many new rows at once. */
  readonly copy: string;
}

/** The statements that write a table's rows, whatever their number, in one round trip. */
export function rowStatements(schema: string, name: string, definition: TableDefinition): RowStatements {
  const table = `"${schema}"."${name}"`;
  const columns = Object.keys(definition.columns);
  const key: readonly string[] = definition.key;
  const list = columns.map(quoted).join(', ');
  return {
    write:
      `insert into ${table} as t (authority, ${list}) ` +
      `select $1, given.* from unnest(${arrays(definition, columns)}) as given (${list})` +
      onConflict(definition, columns, key),
    remove:
      `delete from ${table} as t using unnest(${arrays(definition, key)}) as given (${key.map(quoted).join(', ')}) ` +
      `where t.authority = $1 and ${key.map((column) => `t.${quoted(column)} = given.${quoted(column)}`).join(' and ')}`,
    copy: `copy ${table} (authority, ${list}) from stdin`,
  };
}

function onConflict(definition: TableDefinition, columns: readonly string[], key: readonly string[]): string {
  if (definition.mode === 'insert') return '';
  const added = new Set<string>(definition.adds);
  const sets = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${quoted(column)} = ${added.has(column) ? `t.${quoted(column)} + ` : ''}excluded.${quoted(column)}`);
  const target = `(authority, ${key.map(quoted).join(', ')})`;
  return ` on conflict ${target} ${sets.length > 0 ? `do update set ${sets.join(', ')}` : 'do nothing'}`;
}

function arrays(definition: TableDefinition, columns: readonly string[]): string {
  return columns.map((column, i) => `$${i + 2}::${sqlType(definition.columns[column] as Column)}[]`).join(', ');
}

const sqlType = (column: Column): string => (column.endsWith('?') ? column.slice(0, -1) : column);
const quoted = (name: string): string => `"${name}"`;

/** The values of these columns, one array literal each. */
export function columnArrays(definition: TableDefinition, columns: readonly string[], rows: readonly Row[]): string[] {
  return columns.map((column) =>
    literal(rows, column, bare.has(sqlType(definition.columns[column] as Column))),
  );
}

/** Types whose texts never need quotes within an array. */
const bare = new Set(['integer', 'bigint', 'numeric', 'boolean', 'date']);

function literal(rows: readonly Row[], column: string, isBare: boolean): string {
  let text = '{';
  for (let i = 0; i < rows.length; i += 1) {
    if (i > 0) text += ',';
    const value = (rows[i] as Row)[column];
    if (value === null) text += 'NULL';
    else if (value === undefined) throw new Error(`A row has no ${column}.`);
    else text += isBare ? String(value) : element(String(value));
  }
  return `${text}}`;
}

const plain = /^[A-Za-z0-9_:./-]+$/;
const special = /["\\]/g;

/** An element of a text array: quoted unless that is plainly not needed. */
function element(text: string): string {
  if (plain.test(text) && text.length !== 4) return text; // a bare NULL, in any case, would be no text
  return `"${text.replace(special, '\\$&')}"`;
}

/** Rows in COPY's text format. */
export function copyText(authority: string, columns: readonly string[], rows: readonly Row[]): string {
  let text = '';
  const first = escaped(authority);
  for (const row of rows) {
    text += first;
    for (const column of columns) {
      const value = row[column];
      if (value === null) text += '\t\\N';
      else if (typeof value === 'string') text += `\t${escaped(value)}`;
      else if (value === undefined) throw new Error(`A row has no ${column}.`);
      else text += `\t${String(value)}`;
    }
    text += '\n';
  }
  return text;
}

const escapable = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return escapable.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : text;
}
