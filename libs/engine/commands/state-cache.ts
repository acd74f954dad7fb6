/** A stream's folded state and the version it is of. */
export interface StreamState<State> {
  readonly version: number;
  readonly state: State;
}

const BOUND = 2_000;

/** The states of the streams last written, by least recent use. Never trusted: the append checks the version. */
export class StateCache {
  private readonly states = new Map<string, StreamState<unknown>>();

  get<State>(authority: string, stream: string): StreamState<State> | undefined {
    const key = `${authority}\n${stream}`;
    const found = this.states.get(key);
    if (found) {
      this.states.delete(key);
      this.states.set(key, found);
    }
    return found as StreamState<State> | undefined;
  }

  set(authority: string, stream: string, state: StreamState<unknown>): void {
    const key = `${authority}\n${stream}`;
    this.states.delete(key);
    this.states.set(key, state);
    if (this.states.size > BOUND) this.states.delete(this.states.keys().next().value!);
  }
}
