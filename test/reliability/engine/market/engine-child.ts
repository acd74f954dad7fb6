/**
 * An engine in a process of its own, to be killed: follows the ledgers of the database at URL with VERSION of the
 * counters. REBUILD=yes: also rebuilds them all the time, and tells how each rebuild ends. SLOW=yes: takes two milliseconds
 * for each event.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#engine/database/database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Engine } from '#engine/projections/engine.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { Signals } from '#engine/projections/signals.js';
import { toyCatalogue } from '../../../support/toy-ledger.js';
import { first, second } from './projections.js';

const { URL: url, VERSION: version, REBUILD: rebuilds, SLOW: slow } = process.env as Record<string, string>;

function slowly(projection: typeof first): AnyProjection {
  const fold: typeof first.fold = (state, event, around, rows) => {
    for (const end = performance.now() + 2; performance.now() < end; );
    return projection.fold!(state, event, around, rows);
  };
  return { ...projection, fold };
}

const known = version === '2' ? second : first;
const projection = slow === 'yes' ? slowly(known) : known;
const database = await Database.open(url!, { connections: 6 });
const ledger = new PostgresLedger({ database, catalogue: toyCatalogue });
const engine = new Engine(ledger, new PostgresStores(database), [projection], new Signals(), { batch: 50, lookEveryMs: 20 });
await engine.start();
process.stdout.write('ready\n');
while (rebuilds === 'yes') {
  try {
    await engine.rebuild(projection.name);
    process.stdout.write('rebuilt\n');
  } catch (failure) {
    process.stdout.write(`not rebuilt: ${(failure as Error).message.replaceAll('\n', ' ')}\n`);
    await pause(20);
  }
}
