import { loadSampleCounty, WEXCOMBE } from '#areas/sample/index.js';
import { partsInMemory } from '../../apps/assembly/parts.js';
import { type Clock, SettableClock } from '#domain/kernel/clock.js';
import type { World } from './world.js';

/** The sample county in memory, each of its entries recorded at its own moment, with everything that use cases need. */
export async function countyWorld(now: string): Promise<World> {
  const clock = new SettableClock(now);
  let byClock: Clock = clock;
  const parts = partsInMemory({ now: () => byClock.now() });
  const ledgerBy = (county: Clock) => {
    byClock = county;
    return parts.ledger;
  };
  await loadSampleCounty({ ledgerBy, directory: parts.directory, importedRows: parts.importedRows, evidenceFiles: parts.evidence, clock });
  byClock = clock;
  await parts.engine.catchUp(WEXCOMBE);
  return { parts, clock, end: () => parts.close() };
}
