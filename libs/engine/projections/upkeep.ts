import type { ProjectionStore } from './store.js';

/** Looked after so often at most, however fast an authority's ledger grows. */
const PAUSE_MS = 5_000;

/**
 * Looks after one projection beside its flushes: one authority at a time, each a while after it was last folded. What
 * fails is tried again after a later flush.
 */
export class Upkeep {
  readonly #due = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly store: Pick<ProjectionStore, 'upkeep'>,
    private readonly failed: (authority: string, failure: unknown) => void,
    private readonly pauseMs = PAUSE_MS,
  ) {}

  /** Says that an authority is folded up to a position. */
  wake(authority: string, position: number): void {
    if (this.#stopped) return;
    this.#due.set(authority, position);
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
