import { systemClock } from '#domain/kernel/clock.js';
import type { EventCatalogue } from '#domain/kernel/event.js';
import type { Database } from '#engine/database/database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Engine } from '#engine/projections/engine.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { Signals } from '#engine/projections/signals.js';

/** The engine as the application has it, but for the catalogue that it reads by. */
export async function withEngine<Result>(
  database: Database,
  catalogue: EventCatalogue,
  projections: readonly AnyProjection[],
  work: (engine: Engine, ledger: PostgresLedger) => Promise<Result>,
): Promise<Result> {
  const ledger = new PostgresLedger({ database, catalogue });
  const signals = new Signals();
  const engine = new Engine(ledger, new PostgresStores(database), projections, signals, { clock: systemClock });
  try {
    await engine.prepare();
    return await work(engine, ledger);
  } finally {
    await engine.stop();
    signals.close();
  }
}
