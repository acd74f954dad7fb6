import { systemClock, type Clock } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { Checkpoints } from './checkpoints.js';
import { Lane } from './lane.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import { Projector } from './projector.js';
import { rebuild, type RebuildProgress, type Rebuilt } from './rebuild.js';
import { SharedReads } from './shared-reads.js';
import type { Signals } from './signals.js';
import { StateCache } from './state-cache.js';
import type { Parked, ProjectionStores } from './store.js';

export interface EngineSettings {
  /** Events read, folded and flushed at once. */
  readonly batch: number;
  /** How many events may stand behind the states that a projection keeps in memory. */
  readonly cacheEvents: number;
  /** How often the heads of all ledgers are looked at, for appends of which no word came. */
  readonly lookEveryMs: number;
  readonly clock: Clock;
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
}

const usual: EngineSettings = {
  batch: 5_000,
  cacheEvents: 300_000,
  lookEveryMs: 500,
  clock: systemClock,
  failed: () => undefined,
};

/**
 * Keeps projections at the heads of all ledgers. Any number of engines may run on one database: a checkpoint moves for
 * one of them only.
 */
export class Engine {
  readonly checkpoints: Checkpoints;
  readonly #lanes: ReadonlyMap<string, Lane>;
  readonly #settings: EngineSettings;
  readonly #endings: (() => void)[] = [];
  #prepared: Promise<unknown> | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly ledger: Ledger,
    private readonly stores: ProjectionStores,
    readonly projections: readonly AnyProjection[],
    private readonly signals: Signals,
    settings: Partial<EngineSettings> = {},
  ) {
    this.#settings = { ...usual, ...settings };
    this.checkpoints = new Checkpoints(stores, signals);
    const reads = new SharedReads(ledger);
    this.#lanes = new Map(projections.map((projection) => [projection.name, this.#lane(projection, reads)]));
  }

  /** Makes the tables of projections that have none yet. */
  prepare(): Promise<unknown> {
    this.#prepared ??= Promise.all(this.projections.map((projection) => this.stores.of(projection).prepare()));
    return this.#prepared;
  }

  /** Begins to follow the ledgers. */
  async start(): Promise<void> {
    await this.prepare();
    const wake = (authority: string, position: number): void => {
      for (const lane of this.#lanes.values()) lane.wake(authority, position);
    };
    this.#endings.push(this.ledger.onAppended(wake));
    this.#endings.push(this.signals.onAppended(({ authority, position }) => wake(authority, position)));
    const timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, this.#settings.lookEveryMs);
    this.#endings.push(() => clearInterval(timer));
    await this.#look();
  }

  /** Folds to the heads here and now: one authority's ledger, or all. */
  async catchUp(authority?: string): Promise<void> {
    await this.prepare();
    const heads = await this.ledger.heads();
    const asked = heads.filter((head) => authority === undefined || head.authority === authority);
    for (const head of asked) {
      await Promise.all([...this.#lanes.values()].map((lane) => lane.catchUp(head.authority, head.position)));
    }
  }

  /** Where all projections stand with these authorities. */
  async standings(authorities: readonly string[]): Promise<readonly ProjectionStanding[]> {
    await this.prepare();
    const heads = new Map((await this.ledger.heads()).map((head) => [head.authority, head.position]));
    const standings = this.projections.map(async (projection) => {
      const store = this.stores.of(projection);
      const positions = await store.positions(authorities);
      const parked = new Map((await store.parked(authorities)).map((one) => [one.authority, one]));
      return authorities.map((authority) => ({
        projection: projection.name,
        version: projection.version,
        authority,
        position: positions.get(authority) ?? 0,
        head: heads.get(authority) ?? 0,
        parked: parked.get(authority) ?? null,
      }));
    });
    return (await Promise.all(standings)).flat();
  }

  /** Lets a projection go on with an authority that it is parked at; answers false if it is not. */
  async retry(name: string, authority: string): Promise<boolean> {
    const released = await this.stores.of(this.#projection(name)).release(authority);
    if (released) this.#lanes.get(name)?.wake(authority, 0);
    return released;
  }

  /** Folds a projection anew for all authorities, beside the one that is read, and puts it in its place. */
  async rebuild(name: string, progress?: RebuildProgress, signal?: AbortSignal): Promise<Rebuilt> {
    const projection = this.#projection(name);
    const { batch, clock, cacheEvents } = this.#settings;
    // nobody waits for its single flushes, and larger ones are cheaper
    const settings = { batch: batch * 2, clock };
    return rebuild(projection, this.ledger, this.stores, { settings, cacheEvents, progress, signal });
  }

  /** Ends after what is being flushed. */
  async stop(): Promise<void> {
    for (const end of this.#endings.splice(0)) end();
    await this.#looking;
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
  }

  async #look(): Promise<void> {
    try {
      for (const { authority, position } of await this.ledger.heads()) {
        for (const lane of this.#lanes.values()) {
          if (position > (lane.position(authority) ?? 0)) lane.wake(authority, position);
        }
      }
    } catch (failure) {
      this.#settings.failed('The heads of the ledgers could not be read.', failure);
    }
  }

  #lane(projection: AnyProjection, reads: SharedReads): Lane {
    const { batch, clock, cacheEvents, failed } = this.#settings;
    const name = projectionSchema(projection.name, projection.version);
    const store = this.stores.of(projection);
    const cache = new StateCache(cacheEvents);
    const flushed = (authority: string, position: number): void => this.signals.folded(name, authority, position);
    const parked = ({ authority, position, eventType, error }: Parked): void =>
      failed(`${projection.name} waits at ${eventType} ${position} of ${authority} until it is retried: ${error}`, undefined);
    return new Lane(
      (authority) => new Projector(projection, authority, reads, store, cache, { batch, clock, flushed, parked }),
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
