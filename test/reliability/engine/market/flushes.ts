import type { ProjectionStores } from '#engine/projections/store.js';
import { overriding } from './overriding.js';

/** What became of flushes: those in vain found that somebody else had written. */
export interface Flushes {
  written: number;
  inVain: number;
}

/** Stores that count what becomes of flushes to the live store. */
export function counting(stores: ProjectionStores, flushes: Flushes): ProjectionStores {
  const of: ProjectionStores['of'] = (projection) => {
    const store = stores.of(projection);
    const flush: typeof store.flush = async (one) => {
      const written = await store.flush(one);
      flushes[written ? 'written' : 'inVain'] += 1;
      return written;
    };
    return overriding(store, { flush });
  };
  return overriding(stores, { of });
}
