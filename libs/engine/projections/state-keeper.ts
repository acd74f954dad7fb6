import type { Ledger } from '#engine/ledger/ledger.js';
import type { AnyProjection } from './projection.js';
import type { HeldState, StateCache } from './state-cache.js';
import { StateLoader } from './state-loader.js';
import type { ProjectionStore, StoredState } from './store.js';

/** The moment as of which states are wanted. */
export interface AsOf {
  readonly position: number;
  readonly shared: unknown;
  /** Settles when what was folded up to the position is stored: only then is the store worth asking. */
  readonly flushed: Promise<void>;
}

/** A state is stored when this many events have come upon it since last, or as many as it had then. */
const WORTH_STORING = 256;

/**
 * For each event of a flush, states of so many events are stored with it. Stored whenever they have doubled, states take
 * two for each event in the long run; streams that grow alike would all be due at once, and hold the flush up for seconds.
 */
const STORED_FOR_AN_EVENT = 4;

/** The states of one authority's streams: in memory within the cache's bound, else stored. */
export class StateKeeper {
  /** The states in memory, by stream. */
  readonly held: ReadonlyMap<string, HeldState>;
  readonly #loader: StateLoader;

  constructor(
    private readonly projection: AnyProjection,
    private readonly authority: string,
    ledger: Pick<Ledger, 'readStream'>,
    private readonly store: ProjectionStore,
    private readonly cache: StateCache,
  ) {
    this.#loader = new StateLoader(projection, ledger, store);
    this.held = cache.of(authority);
  }

  /** Brings the states of streams into memory; `wanted` says the version that each has, where it is known. */
  async have(wanted: ReadonlyMap<string, number | undefined>, { position, shared, flushed }: AsOf): Promise<void> {
    if (wanted.size === 0) return;
    const anyBegun = [...wanted.values()].some((version) => version !== 0);
    if (anyBegun) await flushed;
    for (const held of await this.#loader.load(this.authority, wanted, position, shared)) this.cache.hold(held);
  }

  /** Bounds the cache, and answers this authority's states that are to be stored with a flush of so many events. */
  async worthStoring(touched: ReadonlySet<HeldState>, events: number): Promise<readonly StoredState[]> {
    this.cache.touch(touched);
    const leaving = this.cache.evict().filter((held) => held.version > held.storedVersion);
    const worth = new Set(leaving.filter((held) => held.authority === this.authority));
    for (const held of due(touched, events)) worth.add(held);
    await this.#keepOthers(leaving.filter((held) => held.authority !== this.authority));
    return [...worth].map((held) => this.#stored(held));
  }

  forget(): void {
    this.cache.forget(this.authority);
  }

  /** What other authorities have flushed already leaves the cache too, and is stored by itself. */
  async #keepOthers(leaving: readonly HeldState[]): Promise<void> {
    for (const authority of new Set(leaving.map((held) => held.authority))) {
      const theirs = leaving.filter((held) => held.authority === authority);
      await this.store.keepStates(authority, theirs.map((held) => this.#stored(held)));
    }
  }

  #stored(held: HeldState): StoredState {
    held.storedVersion = held.version;
    const text = this.projection.state?.encode(held.state) ?? '';
    return { stream: held.stream, version: held.version, position: held.position, text };
  }
}

/** The states that are worth storing and that there is room for; one at least, and the others when their streams grow on. */
function due(touched: ReadonlySet<HeldState>, events: number): readonly HeldState[] {
  const found: HeldState[] = [];
  let room = events * STORED_FOR_AN_EVENT;
  for (const held of touched) {
    if (held.version - held.storedVersion < Math.max(WORTH_STORING, held.storedVersion)) continue;
    if (found.length > 0 && held.version > room) continue;
    room -= held.version;
    found.push(held);
  }
  return found;
}
