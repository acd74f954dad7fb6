import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#domain/kernel/clock.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { counted, ToyLedger } from '../../../test/support/toy-ledger.js';
import { toy } from '../../../test/support/toy-projection.js';
import { MemoryStores } from './memory-store.js';
import { rebuild } from './rebuild.js';
import type { ProjectionStores } from './store.js';

const settings = { batch: 5, clock: systemClock };

describe('a rebuild whose lock is lost on the way', () => {
  /** The bug: that was found out at the end only, when another build of the same version might have taken its tables. */
  it('is given up there, with why, and takes nobody’s place', async () => {
    const appending = new ToyLedger();
    for (const authority of ['fenmarch', 'wexcombe']) await appending.append(authority, ...Array.from({ length: 50 }, (_, i) => counted(`c${i}`, 1)));
    const readOf = new Set<string>();
    const slowly = new Proxy(appending.ledger as Ledger, {
      get: (target, name) => {
        if (name !== 'read') return (target[name as keyof Ledger] as (...all: unknown[]) => unknown).bind(target);
        return async (authority: string, after: number, limit: number) => {
          readOf.add(authority);
          await pause(150);
          return target.read(authority, after, limit);
        };
      },
    });
    const memory = new MemoryStores();
    await memory.of(toy).prepare();
    let tookOver = false;
    let discarded = false;
    const stores: Pick<ProjectionStores, 'shadow'> = {
      shadow: async (projection) => ({
        ...(await memory.shadow(projection)),
        check: () => Promise.reject(new Error('The lock is lost.')),
        takeOver: () => Promise.resolve(void (tookOver = true)),
        discard: () => Promise.resolve(void (discarded = true)),
      }),
    };
    await expect(rebuild(toy, slowly, stores, { settings, cacheEvents: 1_000 })).rejects.toThrow('The lock is lost.');
    expect({ tookOver, discarded, readOf: [...readOf] }).toEqual({ tookOver: false, discarded: true, readOf: ['fenmarch'] });
  });
});
