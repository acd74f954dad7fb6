import pg from 'pg';
import type { AnyRows } from '#engine/projections/projection.js';
import type { TableDefinition, Tables } from '#engine/projections/table.js';

type Value = string | number | bigint | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** Takes the rows of one event and says them as SQL: one statement for each table that got any. */
export class RowsAsSql {
  readonly rows: AnyRows;
  private readonly takers: readonly Taker[];

  constructor(tables: Tables, schema: string, authority: string) {
    const named = Object.entries(tables).map(([name, table]) => [name, new Taker(`${schema}.${name}`, table as TableDefinition, authority)] as const);
    this.takers = named.map(([, taker]) => taker);
    this.rows = Object.fromEntries(named) as unknown as AnyRows;
  }

  /** What the rows taken since the last time come to. */
  statements(): readonly string[] {
    return this.takers.flatMap((taker) => taker.statements());
  }
}

/** The rows of one table, merged by their key where they may meet. */
class Taker {
  private stated: Row[] = [];
  private readonly merged = new Map<string, Row>();
  private readonly removed: Row[] = [];

  constructor(
    private readonly name: string,
    private readonly table: TableDefinition,
    private readonly authority: string,
  ) {}

  insert(row: Row): void {
    this.stated.push(row);
  }

  put(row: Row): void {
    this.merged.set(this.keyOf(row), row);
  }

  add(row: Row): void {
    const key = this.keyOf(row);
    const before = this.merged.get(key);
    if (!before) return void this.merged.set(key, row);
    const sums = this.table.adds.map((column) => [column, BigInt(before[column] as bigint) + BigInt(row[column] as bigint)] as const);
    this.merged.set(key, { ...row, ...Object.fromEntries(sums) });
  }

  remove(key: Row): void {
    this.merged.delete(this.keyOf(key));
    this.removed.push(key);
  }

  statements(): readonly string[] {
    const rows = [...this.stated, ...this.merged.values()];
    const removals = this.removed.map((key) => `delete from ${this.name} where authority = ${literal(this.authority)} and ${this.table.key.map((column) => `${column} = ${literal(key[column]!)}`).join(' and ')}`);
    this.stated = [];
    this.merged.clear();
    this.removed.length = 0;
    return rows.length === 0 ? removals : [...removals, this.insertion(rows)];
  }

  private insertion(rows: readonly Row[]): string {
    const columns = Object.keys(this.table.columns);
    const values = rows.map((row) => `(${[this.authority, ...columns.map((column) => row[column] ?? null)].map(literal).join(', ')})`);
    return `insert into ${this.name} (authority, ${columns.join(', ')}) values ${values.join(', ')}${this.onConflict(columns)}`;
  }

  private onConflict(columns: readonly string[]): string {
    const { mode, key, adds } = this.table;
    if (mode === 'insert') return '';
    const bare = this.name.slice(this.name.indexOf('.') + 1);
    const others = columns.filter((column) => !key.includes(column));
    const sets = others.map((column) => `${column} = ${adds.includes(column) ? `${bare}.${column} + ` : ''}excluded.${column}`);
    return ` on conflict (authority, ${key.join(', ')}) do ${sets.length === 0 ? 'nothing' : `update set ${sets.join(', ')}`}`;
  }

  private keyOf(row: Row): string {
    return this.table.key.map((column) => String(row[column])).join('\n');
  }
}

function literal(value: Value): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? pg.escapeLiteral(value) : String(value);
}
