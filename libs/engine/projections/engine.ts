import { systemClock, type Clock } from '#domain/kernel/clock.js';
import { Refusal, refuse } from '#domain/kernel/refusal.js';
import type { Reads } from '#engine/database/database.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { Changeover } from './changeover.js';
import { Checkpoints } from './checkpoints.js';
import { Lane } from './lane.js';
import { Leases } from './leases.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import { Projector } from './projector.js';
import { Readiness } from './readiness.js';
import { rebuild, type RebuildProgress, type Rebuilt } from './rebuild.js';
import { SharedReads } from './shared-reads.js';
import type { Signals } from './signals.js';
import { Upkeep } from './upkeep.js';
import { StateCache } from './state-cache.js';
import type { Parked, ProjectionStores } from './store.js';
import type { BuildProgress } from './versions.js';

export interface EngineSettings {
  /** Events read, folded and flushed at once. */
  readonly batch: number;
  /** How many events may stand behind the states that a projection keeps in memory. */
  readonly cacheEvents: number;
  /** How often the heads of all ledgers are looked at, for appends of which no word came. */
  readonly lookEveryMs: number;
  /** An authority that another engine holds is folded all the same when that one has folded nothing for so long. */
  readonly patienceMs: number;
  /** For so long nobody must have read an older version before it is removed. */
  readonly graceMs: number;
  /** What is due beside the flushes is done so long after one. */
  readonly upkeepAfterMs: number;
  /** So often it is looked for everywhere: also where nobody appends, or where what was flushed was rebuilt by another process. */
  readonly upkeepEveryMs: number;
  readonly clock: Clock;
  /** Shows how far a build is that somebody waits for, in `catchUp`. */
  readonly building: (projection: string) => { readonly tell: RebuildProgress; end(): void };
  /**
   * Told of failures for the log: those that pass by themselves (a lost connection), after which the work is tried
   * again, and those that park an authority.
   */
  readonly failed: (message: string, failure: unknown) => void;
}

/** Where one projection stands in one authority's ledger. */
export interface ProjectionStanding {
  readonly projection: string;
  readonly version: number;
  readonly authority: string;
  readonly position: number;
  /** The position of the ledger's last entry. */
  readonly head: number;
  readonly parked: Parked | null;
  /** How far this version has been built, where it cannot be read yet. */
  readonly preparing: BuildProgress | null;
}

const usual: EngineSettings = {
  batch: 5_000,
  cacheEvents: 300_000,
  lookEveryMs: 500,
  patienceMs: 2_000,
  graceMs: 60_000,
  upkeepAfterMs: 5_000,
  upkeepEveryMs: 60_000,
  clock: systemClock,
  building: () => ({ tell: () => undefined, end: () => undefined }),
  failed: () => undefined,
};

/**
 * Keeps projections at the heads of all ledgers. Any number of engines may run on one database: a checkpoint moves for
 * one of them only, and leases see to it that they seldom try the same. Engines that know other versions of a projection
 * may run beside them.
 */
export class Engine {
  readonly checkpoints: Checkpoints;
  readonly #readiness: Readiness;
  readonly #changeover: Changeover;
  readonly #lanes: ReadonlyMap<AnyProjection, Lane>;
  readonly #settings: EngineSettings;
  readonly #endings: (() => void)[] = [];
  readonly #upkeeps = new Map<AnyProjection, Upkeep>();
  /** When a projection was last looked after everywhere; of one that was made or rebuilt here since then, nothing. */
  readonly #lookedAfter = new Map<AnyProjection, number>();
  #started = false;
  #lookedForStalled = 0;
  #looking: Promise<void> = Promise.resolve();
  #lookWaits = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly stores: ProjectionStores,
    readonly projections: readonly AnyProjection[],
    private readonly signals: Signals,
    settings: Partial<EngineSettings> = {},
  ) {
    this.#settings = { ...usual, ...settings };
    this.#readiness = new Readiness(ledger, stores, projections, (lost) => stores.locks(lost));
    this.checkpoints = new Checkpoints(stores, signals, this.#readiness);
    const { lookEveryMs, graceMs, failed } = this.#settings;
    this.#changeover = new Changeover(stores, this.#readiness, projections, (...build) => this.#fold(...build), {
      ...{ lookEveryMs, graceMs, failed },
      ready: () => this.#lookSoon(),
    });
    const reads = new SharedReads(ledger);
    this.#lanes = new Map(projections.map((projection) => [projection, this.#lane(projection, reads)]));
  }

  /**
   * Says that this process reads these projections, and makes the tables of those that have none where there is little
   * to fold. Others are built: in the background by engines that are started, or by `catchUp`.
   */
  prepare(): Promise<void> {
    return this.#readiness.prepare();
  }

  /**
   * Readings of a projection, which throw `Preparing` while it cannot be read in the version that this process knows.
   * Once it can, that costs nothing.
   */
  readsOf(projection: AnyProjection, database: Reads): Reads {
    return {
      read: async (authorities, work) => {
        await this.#readiness.demand(projection);
        return database.read(authorities, work);
      },
    };
  }

  /** Begins to follow the ledgers, and to build what cannot be read yet. */
  async start(): Promise<void> {
    await this.prepare();
    this.#started = true;
    this.#endings.push(this.ledger.onAppended((authority, position) => this.#wake(authority, position)));
    this.#endings.push(this.signals.onAppended(({ authority, position }) => this.#wake(authority, position)));
    const timer = setInterval(() => this.#lookSoon(), this.#settings.lookEveryMs);
    this.#endings.push(() => clearInterval(timer));
    await this.#look();
    this.#changeover.start();
  }

  /**
   * Folds to the heads here and now: one authority's ledger, or all. A version that cannot be read yet is built; where
   * another process is about that, it is left to it.
   */
  async catchUp(authority?: string): Promise<void> {
    await this.prepare();
    for (const projection of this.projections) await this.#build(projection);
    const heads = await this.ledger.heads();
    const asked = heads.filter((head) => authority === undefined || head.authority === authority);
    for (const head of asked) {
      await Promise.all(this.#readyLanes().map((lane) => lane.catchUp(head.authority, head.position)));
    }
  }

  /** Does here and now what is due beside the flushes: of one authority, or of all. */
  async upkeep(authority?: string): Promise<void> {
    await this.prepare();
    for (const projection of this.projections) {
      if (!(await this.#readiness.isReady(projection))) continue;
      const store = this.stores.of(projection);
      const authorities = authority === undefined ? (await this.ledger.heads()).map((head) => head.authority) : [authority];
      for (const [one, position] of await store.positions(authorities)) while (await store.upkeep(one, position));
    }
  }

  /** Where all projections stand with these authorities. */
  async standings(authorities: readonly string[]): Promise<readonly ProjectionStanding[]> {
    await this.prepare();
    const heads = new Map((await this.ledger.heads()).map((head) => [head.authority, head.position]));
    const standings = this.projections.map(async (projection) => {
      const ready = await this.#readiness.isReady(projection);
      const store = this.stores.of(projection);
      const positions = ready ? await store.positions(authorities) : new Map<string, number>();
      const parked = new Map((ready ? await store.parked(authorities) : []).map((one) => [one.authority, one]));
      const preparing = ready ? null : ((await this.stores.versions.progress(projection)) ?? { done: 0, total: 0 });
      return authorities.map((authority) => ({
        projection: projection.name,
        version: projection.version,
        authority,
        position: positions.get(authority) ?? 0,
        head: heads.get(authority) ?? 0,
        parked: parked.get(authority) ?? null,
        preparing,
      }));
    });
    return (await Promise.all(standings)).flat();
  }

  /** Lets a projection go on with an authority that it is parked at; answers false if it is not. */
  async retry(name: string, authority: string): Promise<boolean> {
    const projection = this.#projection(name);
    await this.#readiness.demand(projection);
    const released = await this.stores.of(projection).release(authority);
    // engines in other threads hear it, those in other processes find out
    if (released) this.signals.appended(authority, 0);
    return released;
  }

  /** Folds a projection anew for all authorities, beside the one that is read, and puts it in its place. */
  async rebuild(name: string, progress?: RebuildProgress, signal?: AbortSignal): Promise<Rebuilt> {
    const projection = this.#projection(name);
    const built = (await this.#readiness.isReady(projection)) ? undefined : await this.#changeover.build(projection, progress, signal);
    const rebuilt = built ?? (await this.#fold(projection, this.stores, progress, signal));
    // what upkeep had made went with the old tables
    this.#lookedAfter.delete(projection);
    if (this.#started) this.#lookSoon();
    return rebuilt;
  }

  /** Ends after what is being flushed. */
  async stop(): Promise<void> {
    this.#started = false;
    for (const end of this.#endings.splice(0)) end();
    await this.#changeover.stop();
    await this.#looking;
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
    await Promise.all([...this.#upkeeps.values()].map((upkeep) => upkeep.stop()));
    await this.#readiness.locks.close();
  }

  #wake(authority: string, position: number): void {
    for (const lane of this.#readyLanes()) lane.wake(authority, position);
  }

  /** Looks after the present look; however often it is asked for meanwhile, once. */
  #lookSoon(): void {
    if (this.#lookWaits) return;
    this.#lookWaits = true;
    this.#looking = this.#looking.then(() => {
      this.#lookWaits = false;
      return this.#look();
    });
  }

  async #look(): Promise<void> {
    if (!this.#started) return;
    try {
      const heads = await this.ledger.heads();
      for (const { authority, position } of heads) {
        for (const lane of this.#readyLanes()) {
          if (position > (lane.position(authority) ?? 0)) lane.wake(authority, position);
        }
      }
      for (const lane of this.#lanes.values()) void lane.giveUnused();
      await this.#endStalled();
      await this.#lookAfterAll(heads.map(({ authority }) => authority));
    } catch (failure) {
      this.#settings.failed('The heads of the ledgers could not be read.', failure);
    }
  }

  async #endStalled(): Promise<void> {
    if (performance.now() - this.#lookedForStalled < this.#settings.patienceMs) return;
    this.#lookedForStalled = performance.now();
    for (const projection of this.projections) await this.stores.endStalled(projection);
  }

  /** Looks for what is due beside the flushes where no flush says so: after a start, a rebuild, a change of version. */
  async #lookAfterAll(authorities: readonly string[]): Promise<void> {
    for (const projection of this.projections) {
      if (projection.upkeep === undefined || !this.#readiness.isKnownReady(projection)) continue;
      const now = performance.now();
      if (now - (this.#lookedAfter.get(projection) ?? Number.NEGATIVE_INFINITY) < this.#settings.upkeepEveryMs) continue;
      this.#lookedAfter.set(projection, now);
      try {
        const positions = await this.stores.of(projection).positions(authorities);
        for (const [authority, position] of positions) this.#upkeeps.get(projection)!.wake(authority, position);
      } catch (failure) {
        this.#lookedAfter.delete(projection);
        throw failure;
      }
    }
  }

  #readyLanes(): Lane[] {
    return this.projections.filter((projection) => this.#readiness.isKnownReady(projection)).map((projection) => this.#lanes.get(projection)!);
  }

  /** Builds a version that cannot be read yet, unless somebody else does. */
  async #build(projection: AnyProjection): Promise<void> {
    if (await this.#readiness.isReady(projection)) return;
    const shown = this.#settings.building(projection.name);
    try {
      await this.#changeover.build(projection, shown.tell);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
    } finally {
      shown.end();
    }
    await this.#readiness.isReady(projection);
  }

  #fold(projection: AnyProjection, stores: Pick<ProjectionStores, 'shadow'>, progress?: RebuildProgress, signal?: AbortSignal): Promise<Rebuilt> {
    const { batch, clock, cacheEvents } = this.#settings;
    // nobody waits for its single flushes, and larger ones are cheaper
    const settings = { batch: batch * 2, clock };
    return rebuild(projection, this.ledger, stores, { settings, cacheEvents, progress, signal });
  }

  #lane(projection: AnyProjection, reads: SharedReads): Lane {
    const { batch, clock, cacheEvents, upkeepAfterMs, failed } = this.#settings;
    const name = projectionSchema(projection.name, projection.version);
    const store = this.stores.of(projection);
    const cache = new StateCache(cacheEvents);
    const upkeep = new Upkeep(store, (authority, failure) => failed(`The upkeep of ${projection.name} failed for ${authority}.`, failure), upkeepAfterMs);
    this.#upkeeps.set(projection, upkeep);
    const flushed = (authority: string, position: number): void => {
      this.signals.folded(name, authority, position);
      upkeep.wake(authority, position);
    };
    const parked = ({ authority, position, eventType, error }: Parked): void =>
      failed(`${projection.name} waits at ${eventType} ${position} of ${authority} until it is retried: ${error}`, undefined);
    const leases = new Leases(name, this.#readiness.locks, (authority) => store.standing(authority), {
      patienceMs: this.#settings.patienceMs,
      now: () => performance.now(),
    });
    return new Lane(
      (authority) => new Projector(projection, authority, reads, store, cache, { batch, clock, flushed, parked }),
      leases,
      (authority, failure) => failed(`${projection.name} could not fold the ledger of ${authority}.`, failure),
    );
  }

  #projection(name: string): AnyProjection {
    return (
      this.projections.find((projection) => projection.name === name) ??
      refuse('projection', name, 'is none of the projections', `Name one of ${this.#names()}.`, 'not found')
    );
  }

  #names(): string {
    return this.projections.map(({ name }) => name).join(', ');
  }
}
