import type { Locks, Taken } from './locks.js';

/** Who holds what, of all engines on the same stores. */
export class LockTable {
  readonly #shared = new Map<string, number>();
  readonly #alone = new Map<string, MemoryLocks>();

  isShared(key: string): boolean {
    return (this.#shared.get(key) ?? 0) > 0;
  }

  share(key: string, by: 1 | -1): void {
    this.#shared.set(key, (this.#shared.get(key) ?? 0) + by);
  }

  holder(key: string): MemoryLocks | undefined {
    return this.#alone.get(key);
  }

  hold(key: string, by: MemoryLocks | undefined): void {
    if (by === undefined) this.#alone.delete(key);
    else this.#alone.set(key, by);
  }
}

/** The in-memory twin of `PostgresLocks`. */
export class MemoryLocks implements Locks {
  readonly #shared: string[] = [];
  readonly #alone = new Set<string>();

  constructor(private readonly table: LockTable) {}

  share(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.table.share(key, 1);
    this.#shared.push(...keys);
    return Promise.resolve();
  }

  take(key: string): Promise<Taken> {
    const holder = this.table.holder(key);
    if (holder !== undefined) return Promise.resolve(holder === this ? 'mine' : 'another’s');
    this.table.hold(key, this);
    this.#alone.add(key);
    return Promise.resolve('mine');
  }

  holds(key: string): boolean {
    return this.#alone.has(key);
  }

  give(key: string): Promise<void> {
    if (this.#alone.delete(key)) this.table.hold(key, undefined);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    for (const key of this.#shared.splice(0)) this.table.share(key, -1);
    for (const key of [...this.#alone]) await this.give(key);
  }
}
