import type { TableChange } from '../row-changes.js';
import type { StoredState } from '../stored-state.js';

/**
 * A store that nobody reads yet, filled in any order with rows that no two calls share a key of. Nothing that it holds
 * is to be trusted before `end`; what is left half-filled is thrown away.
 */
export interface BulkStore {
  /** Makes ready: without keys and indexes, which are made once the rows are in. */
  begin(): Promise<void>;
  write(authority: string, changes: readonly TableChange[], states: readonly StoredState[]): Promise<void>;
  /** Says that an authority is folded up to a position, with the authority-wide state there. */
  finish(authority: string, position: number, shared: string | undefined): Promise<void>;
  /** Makes the keys, and what is derived from the rows. */
  end(): Promise<void>;
}
