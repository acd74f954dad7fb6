import type { ProjectionStore } from './store.js';

/**
 * Looks after one projection beside its flushes: one authority at a time, each a while after it was said to be folded. What
 * fails is tried again when that is next said.
 */
export class Upkeep {
  readonly #due = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly store: Pick<ProjectionStore, 'upkeep'>,
    private readonly failed: (authority: string, failure: unknown) => void,
    /** Looked after so often at most, however fast an authority's ledger grows. */
    private readonly pauseMs: number,
  ) {}

  /** Says that an authority is folded up to a position. */
  wake(authority: string, position: number): void {
    if (this.#stopped) return;
    this.#due.set(authority, Math.max(position, this.#due.get(authority) ?? 0));
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#working = this.#working.then(() => this.#work());
    }, this.pauseMs).unref();
  }

  /** Ends after the statement that is running. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    for (const [authority, position] of [...this.#due]) {
      this.#due.delete(authority);
      try {
        while (!this.#stopped && (await this.store.upkeep(authority, position)));
      } catch (failure) {
        this.failed(authority, failure);
      }
    }
  }
}
