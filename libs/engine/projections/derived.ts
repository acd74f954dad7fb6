import type { Columns } from './table.js';

/**
 * A table whose rows statements make from the projection's other tables: what can be had from insert-only tables by SQL
 * alone need not be folded. The in-memory twin keeps none; whoever reads there adds up the plain way.
 */
export interface DerivedTable {
  readonly columns: Columns;
  /** `create table NAME (…)`, unqualified; its key starts with the authority. */
  readonly ddl: string;
  readonly indexes?: readonly string[];
  /** How its rows are made within the flush that wrote what they rest on; without it the projection's upkeep makes them. */
  readonly derive?: {
    /**
     * Rows are made for whole blocks of so many positions: for positions 1 to `every`, and so on. A flush that ends
     * within a block leaves that block to the one that completes it; 1: every flush makes its own.
     */
    readonly every: number;
    /**
     * `$1` authority; `$2` and `$3` the positions that the range lies between, after the first and up to the second,
     * both multiples of `every`; `$4` `every`. The projection's schema is called `projection`. Ranges come in order, each
     * once; a range may be one block or very many.
     */
    readonly statement: string;
  };
}

/** Tables of a read model that SQL makes, by name; in the order in which they are made. */
export type DerivedTables = Readonly<Record<string, DerivedTable>>;

/** A statement with the range that it is to be run for. */
export interface Derivation {
  /** The table's name. */
  readonly table: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly every: number;
}

/** What is to be derived once the positions after `from`, up to `to`, are written: of each table the blocks now complete. */
export function derivationsOf(schema: string, derived: DerivedTables, from: number, to: number): readonly Derivation[] {
  return Object.entries(derived).flatMap(([table, { derive }]) => {
    if (derive === undefined) return [];
    const { every } = derive;
    const block = { from: from - (from % every), to: to - (to % every) };
    if (block.to === block.from) return [];
    return [{ table, text: onSchema(schema, derive.statement), ...block, every }];
  });
}

/** In statements the projection's schema is called `projection`. */
export function onSchema(schema: string, statement: string): string {
  return statement.replaceAll('projection.', `"${schema}".`);
}
