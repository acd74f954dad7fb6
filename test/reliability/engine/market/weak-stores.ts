import type { Database } from '#engine/database/database.js';
import type { Locks } from '#engine/projections/locks.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { ProjectionStores } from '#engine/projections/store.js';
import { beginsDeriving, faulty, movesCheckpoint, type Faults } from './faults.js';
import { overriding } from './overriding.js';

/**
 * Stores that save their checkpoint in a transaction of its own before the rows: known to be wrong. What breaks off
 * between the two loses the rows.
 */
export function checkpointFirst(database: Database, faults: Faults = {}): PostgresStores {
  const early: Faults = {
    committed: async () => faults.committed?.(),
    after: async (statement, tx) => {
      if (movesCheckpoint(statement)) await tx.client.query('commit; begin; set local role svl_projector');
      await faults.after?.(statement, tx);
    },
  };
  return new PostgresStores(faulty(database, early));
}

/**
 * Stores that derive in a transaction of its own, after that of the rows: known to be wrong. What breaks off between the
 * two loses what SQL derives.
 */
export function derivingLater(database: Database, faults: Faults = {}): PostgresStores {
  const late: Faults = {
    committed: async () => faults.committed?.(),
    after: async (statement, tx) => {
      if (beginsDeriving(statement)) await tx.client.query('commit; begin; set local role svl_projector; set local enable_seqscan = off');
      await faults.after?.(statement, tx);
    },
  };
  return new PostgresStores(faulty(database, late));
}

/** Stores whose leases are had by everybody at all times. */
export function withoutLeases(database: Database): ProjectionStores {
  const stores = new PostgresStores(database);
  const locks = (lost: () => void): Locks =>
    overriding(stores.locks(lost), { take: () => Promise.resolve('mine'), holds: () => false, give: () => Promise.resolve() });
  return overriding<ProjectionStores>(stores, { locks });
}
