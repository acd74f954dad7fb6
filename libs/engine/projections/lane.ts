import type { Projector } from './projector.js';

/** Folded at once before another authority has its turn. */
const TURN = 20_000;
/** After a failure that passes by itself, the authority is tried again after these, the last repeatedly. */
const AGAIN_AFTER_MS = [50, 200, 1_000, 5_000];

/**
 * One projection's work over all authorities: each in its turn, so that one with much to do keeps no other waiting.
 */
export class Lane {
  readonly #projectors = new Map<string, Projector>();
  /** The authorities that have work, with the position to reach. */
  readonly #due = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #turn: Promise<unknown> = Promise.resolve();
  #running = false;
  #stopped = false;

  constructor(
    private readonly projectorFor: (authority: string) => Projector,
    private readonly failed: (authority: string, failure: unknown) => void,
  ) {}

  /** Says that an authority's ledger has reached a position. */
  wake(authority: string, position: number): void {
    if (this.#stopped) return;
    this.#due.set(authority, Math.max(position, this.#due.get(authority) ?? 0));
    if (!this.#running) void this.#work();
  }

  /** The position up to which this process knows the projection to be; undefined before it has looked. */
  position(authority: string): number | undefined {
    return this.#projectors.get(authority)?.position;
  }

  /** Folds an authority up to a position, here and now. */
  catchUp(authority: string, position: number): Promise<void> {
    return this.#inTurn(() => this.#projector(authority).reach(position));
  }

  /** Ends the work after the present turn. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#turn;
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [authority, position] = next;
      await this.#inTurn(() => this.#advance(authority, position));
    }
    this.#running = false;
  }

  #next(): [string, number] | undefined {
    const [next] = this.#due;
    if (next === undefined || this.#stopped) return undefined;
    this.#due.delete(next[0]);
    return next;
  }

  async #advance(authority: string, wanted: number): Promise<void> {
    if (this.#stopped) return;
    const projector = this.#projector(authority);
    try {
      let left = await projector.advance(TURN);
      // a read that was shared may have begun before the append that there was word of
      if (left === 'at the head' && (projector.position ?? 0) < wanted) left = await projector.advance(TURN);
      this.#failures.delete(authority);
      if (left === 'more') this.wake(authority, wanted);
    } catch (failure) {
      this.failed(authority, failure);
      this.#again(authority, wanted);
    }
  }

  #again(authority: string, wanted: number): void {
    const failures = this.#failures.get(authority) ?? 0;
    this.#failures.set(authority, failures + 1);
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.wake(authority, wanted);
      },
      AGAIN_AFTER_MS[Math.min(failures, AGAIN_AFTER_MS.length - 1)],
    );
    this.#timers.add(timer);
  }

  /** One thing at a time: a projector is not made for two. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #projector(authority: string): Projector {
    let projector = this.#projectors.get(authority);
    if (projector === undefined) this.#projectors.set(authority, (projector = this.projectorFor(authority)));
    return projector;
  }
}
