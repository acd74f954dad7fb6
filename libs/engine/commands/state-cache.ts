/** A stream's folded state and the version it is of. */
export interface StreamState<State> {
  readonly version: number;
  readonly state: State;
}

/** What a state weighs beside its events, so that many small ones are bounded too. */
const WEIGHT_OF_ITS_OWN = 8;

/**
 * The states of the streams last used, within a bound: the least recently used leave first. The bound counts the events
 * behind the states, since a state's size grows with them. Never trusted: the append checks the version.
 */
export class StateCache {
  /** In the order of their last use. */
  private readonly states = new Map<string, StreamState<unknown>>();
  private weight = 0;

  constructor(private readonly bound: number) {}

  get<State>(authority: string, stream: string): StreamState<State> | undefined {
    const key = keyOf(authority, stream);
    const found = this.states.get(key);
    if (found) {
      this.states.delete(key);
      this.states.set(key, found);
    }
    return found as StreamState<State> | undefined;
  }

  /** Keeps a state; one too heavy for the bound by itself is not kept. */
  set(authority: string, stream: string, state: StreamState<unknown>): void {
    const key = keyOf(authority, stream);
    this.forget(key);
    if (weightOf(state) > this.bound) return;
    this.states.set(key, state);
    this.weight += weightOf(state);
    for (const oldest of this.states.keys()) {
      if (this.weight <= this.bound) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const held = this.states.get(key);
    if (!held) return;
    this.states.delete(key);
    this.weight -= weightOf(held);
  }
}

function keyOf(authority: string, stream: string): string {
  return `${authority}\n${stream}`;
}

function weightOf({ version }: StreamState<unknown>): number {
  return version + WEIGHT_OF_ITS_OWN;
}
