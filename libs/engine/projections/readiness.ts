import type { Ledger } from '#engine/ledger/ledger.js';
import { readersOf, type Locks } from './locks.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import type { ProjectionStores } from './store.js';
import { Preparing } from './versions.js';

/** With so many entries or fewer in all ledgers, tables are made empty and folded into as ever: it takes a second. */
const LITTLE = 20_000;

/** For one engine: which of its projections can be read in the version that it knows. */
export class Readiness {
  readonly #locks: Locks;
  readonly #ready = new Set<AnyProjection>();
  #prepared: Promise<void> | undefined;

  constructor(
    private readonly ledger: Pick<Ledger, 'heads'>,
    private readonly stores: ProjectionStores,
    private readonly projections: readonly AnyProjection[],
    locks: (lost: () => void) => Locks,
  ) {
    // unheld, a version may have been removed in the meantime
    this.#locks = locks(() => this.#ready.clear());
  }

  /** Locks of the engine that this is for. */
  get locks(): Locks {
    return this.#locks;
  }

  /**
   * Says that this process is there, for each of its versions, so that none is removed; and makes the tables of those
   * that have little or nothing to catch up with, or else leaves them to be built.
   */
  prepare(): Promise<void> {
    const preparing = (this.#prepared ??= this.#prepare());
    preparing.catch(() => (this.#prepared = undefined));
    return preparing;
  }

  /** As this process knows, without asking. */
  isKnownReady(projection: AnyProjection): boolean {
    return this.#ready.has(projection);
  }

  async isReady(projection: AnyProjection): Promise<boolean> {
    await this.prepare();
    if (this.#ready.has(projection)) return true;
    const readable = await this.stores.versions.readable(projection.name);
    if (!readable.includes(projection.version)) return false;
    this.#ready.add(projection);
    return true;
  }

  /** @throws {Preparing} it cannot be read yet */
  async demand(projection: AnyProjection): Promise<void> {
    if (this.#ready.has(projection) || (await this.isReady(projection))) return;
    throw await this.preparing(projection);
  }

  async preparing(projection: AnyProjection): Promise<Preparing> {
    return new Preparing(projection.name, projection.version, await this.stores.versions.progress(projection));
  }

  async #prepare(): Promise<void> {
    await this.#locks.share(this.projections.map(({ name, version }) => readersOf(projectionSchema(name, version))));
    await Promise.all(this.projections.map((projection) => this.#prepareOne(projection)));
  }

  async #prepareOne(projection: AnyProjection): Promise<void> {
    const readable = await this.stores.versions.readable(projection.name);
    if (!readable.includes(projection.version)) {
      const heads = await this.ledger.heads();
      const entries = heads.reduce((sum, { position }) => sum + position, 0);
      // beside another version even a little is built: an empty one would say that nothing was recorded
      if (entries > (readable.length > 0 ? 0 : LITTLE)) return;
    }
    await this.stores.of(projection).prepare();
    this.#ready.add(projection);
  }
}
