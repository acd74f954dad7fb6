/** Whether a lock was got: `unknown` where nobody could be asked. */
export type Taken = 'mine' | 'another’s' | 'unknown';

/**
 * Locks that one engine holds as long as it lives; they go with it, also when its process is killed. Nothing is written
 * for them. They save work and say who is there: nothing that is kept may rest on them, since they go with a lost
 * connection, too, and whoever held them hears of it later.
 */
export interface Locks {
  /** Holds locks that any number may hold; waits while somebody holds one of them alone. Lost, they are taken again. */
  share(keys: readonly string[]): Promise<void>;
  /** Tries to hold a lock alone, without waiting. Lost, it is gone. */
  take(key: string): Promise<Taken>;
  /** Whether this engine holds a lock alone, as far as it knows. */
  holds(key: string): boolean;
  /** Gives back a lock that is held alone. */
  give(key: string): Promise<void>;
  /** Gives back everything. */
  close(): Promise<void>;
}

/** Held, shared, by every engine that knows a version of a projection and may read or fold it. */
export const readersOf = (schema: string): string => `readers of ${schema}`;

/** Held alone by the engine that folds an authority's ledger into a projection. */
export const folderOf = (schema: string, authority: string): string => `folder of ${schema} for ${authority}`;

/** Held alone by whoever builds a version, anew or for the first time. */
export const builderOf = (schema: string): string => `builder of ${schema}`;
