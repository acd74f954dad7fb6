/** A stream's state in memory, after its first `version` events. */
export interface HeldState {
  readonly authority: string;
  readonly stream: string;
  /** The projection's state; only its folds know what it is. */
  state: unknown;
  version: number;
  /** The position of the last event folded into it. */
  position: number;
  /** The version that the store has; 0 for none. */
  storedVersion: number;
}

/**
 * The states of a projection, over all authorities, within a bound: the least recently used leave first. The bound
 * counts the events behind the states, since a state's size grows with them; a state weighs a few more, so that many
 * small ones are bounded too.
 */
export class StateCache {
  readonly #byAuthority = new Map<string, Map<string, HeldState>>();
  /** In the order of their last use. */
  readonly #used = new Map<HeldState, number>();
  #weight = 0;

  constructor(readonly bound: number) {}

  /** The states of one authority by stream. */
  of(authority: string): ReadonlyMap<string, HeldState> {
    return this.#authority(authority);
  }

  hold(held: HeldState): void {
    this.#authority(held.authority).set(held.stream, held);
    this.#weigh(held);
  }

  /** Says that these were used just now, and may have grown. */
  touch(states: Iterable<HeldState>): void {
    for (const held of states) {
      const weight = this.#used.get(held);
      if (weight === undefined) continue;
      this.#used.delete(held);
      this.#weight -= weight;
      this.#weigh(held);
    }
  }

  /** Takes out what exceeds the bound, and answers it. */
  evict(): readonly HeldState[] {
    const evicted: HeldState[] = [];
    for (const [held, weight] of this.#used) {
      if (this.#weight <= this.bound) break;
      this.#used.delete(held);
      this.#weight -= weight;
      this.#byAuthority.get(held.authority)?.delete(held.stream);
      evicted.push(held);
    }
    return evicted;
  }

  /** Forgets an authority's states. */
  forget(authority: string): void {
    const states = this.#authority(authority);
    for (const held of states.values()) {
      this.#weight -= this.#used.get(held) ?? 0;
      this.#used.delete(held);
    }
    states.clear();
  }

  #weigh(held: HeldState): void {
    const weight = held.version + 8;
    this.#used.set(held, weight);
    this.#weight += weight;
  }

  #authority(authority: string): Map<string, HeldState> {
    let states = this.#byAuthority.get(authority);
    if (states === undefined) this.#byAuthority.set(authority, (states = new Map()));
    return states;
  }
}
