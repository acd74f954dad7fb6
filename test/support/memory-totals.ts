import { totalsProjection } from '../../libs/areas/totals/fold/totals.projection.js';
import { MemoryTotalsStore } from '../../libs/areas/totals/store/memory-totals-store.js';
import { systemClock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { MemoryStore } from '#engine/projections/memory-store.js';
import { Projector } from '#engine/projections/projector.js';
import { StateCache } from '#engine/projections/state-cache.js';

/** Folds recorded events of one authority into totals, in memory, `batch` events at a time. */
export async function memoryTotals(events: readonly RecordedEvent[], batch = 1_000): Promise<MemoryTotalsStore> {
  const store = new MemoryStore();
  const ledger = {
    read: (_: string, after: number, limit: number) => Promise.resolve(events.slice(after, after + limit)),
    readStream: (_: string, stream: string, afterVersion = 0, upTo = Number.POSITIVE_INFINITY) =>
      Promise.resolve(events.filter((event) => event.stream === stream && event.version > afterVersion && event.position <= upTo)),
  };
  const settings = { batch, clock: systemClock, flushed: () => undefined };
  const projector = new Projector(totalsProjection, events[0]!.authority, ledger, store, new StateCache(100_000), settings);
  let advanced = await projector.advance();
  while (advanced === 'more') advanced = await projector.advance();
  if (advanced === 'parked') throw new Error((await store.parked([events[0]!.authority]))[0]!.error);
  return new MemoryTotalsStore(store);
}
