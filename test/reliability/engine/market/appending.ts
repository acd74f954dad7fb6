import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../support/generate-events/random.js';
import { someFacts } from './book.js';
import type { Market } from './market.js';

/** Live appends by somebody else. */
export interface Appending {
  readonly over: boolean;
  /** Settles when as many entries are appended as there are to be. */
  readonly done: Promise<void>;
  /** Ends it before. */
  end(): Promise<void>;
}

/** Appends so many entries to some authorities, in small batches with small pauses. */
export function appending(market: Market, random: Random, authorities: readonly string[], entries = Number.POSITIVE_INFINITY): Appending {
  let over = false;
  const work = async (): Promise<void> => {
    try {
      for (let left = entries; left > 0 && !over; ) {
        const facts = someFacts(random, Math.min(left, random.between(1, 20)));
        await market.append(random.pick(authorities), facts);
        left -= facts.length;
        await pause(random.between(0, 6));
      }
    } finally {
      over = true;
    }
  };
  const done = work();
  // told by whoever waits for it
  done.catch(() => undefined);
  return {
    get over() {
      return over;
    },
    done,
    end: () => {
      over = true;
      return done;
    },
  };
}
