import type { Clock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { Batch } from './batch.js';
import { FoldFailure, isPassing, Moved, saying } from './failures.js';
import type { AnyProjection } from './projection.js';
import { RowChanges } from './row-changes.js';
import type { StateCache } from './state-cache.js';
import { StateKeeper } from './state-keeper.js';
import type { Flush, Parked, ProjectionStore } from './store.js';

/** How a projector left an authority. */
export type Advance = 'at the head' | 'more' | 'parked';

export interface ProjectorSettings {
  /** How many events are read, folded and flushed at once. */
  readonly batch: number;
  readonly clock: Clock;
  /** Called after each flush with the position reached. */
  readonly flushed: (authority: string, position: number) => void;
  /** Called when an event cannot be folded and its authority now waits for an operator. */
  readonly parked?: (parked: Parked) => void;
}

/** Where this process believes the projection to stand in the authority's ledger. */
interface Place {
  position: number;
  shared: unknown;
  /** What of `shared` the store has. */
  sharedStored: unknown;
  parked: boolean;
}

/**
 * Folds one authority's ledger into one projection. While a batch is flushed the next is read and folded already; when
 * anything fails, all that is not flushed is let go and begun again from what the store says.
 */
export class Projector {
  readonly #states: StateKeeper;
  #place: Place | undefined;
  /** The last position that a read went up to: as far as a search for a culprit goes. */
  #attempted = 0;

  constructor(
    private readonly projection: AnyProjection,
    readonly authority: string,
    private readonly ledger: Pick<Ledger, 'read' | 'readStream'>,
    private readonly store: ProjectionStore,
    cache: StateCache,
    private readonly settings: ProjectorSettings,
  ) {
    this.#states = new StateKeeper(projection, authority, ledger, store, cache);
  }

  /**
   * Folds on, until the head is reached or about `most` events are folded.
   * @throws what passes by itself (a lost connection); nothing is lost, and it can be called again
   */
  async advance(most = Number.POSITIVE_INFINITY): Promise<Advance> {
    try {
      const place = await this.#begin();
      if (place.parked) return 'parked';
      return await this.#foldOn(place, most);
    } catch (failure) {
      this.forget();
      if (failure instanceof Moved) return 'more';
      if (isPassing(failure)) throw failure;
      return this.#search();
    }
  }

  /**
   * Folds up to a position at least, unless the authority is parked before it. Not to the head, which may move on
   * faster than it is followed.
   */
  async reach(position: number): Promise<void> {
    for (;;) {
      const left = position - (this.position ?? 0);
      if (left <= 0 || (await this.advance(left)) !== 'more') return;
    }
  }

  /** Whether the authority waited for an operator when it was last looked at. */
  get isParked(): boolean {
    return this.#place?.parked === true;
  }

  /** The position up to which this process believes the projection to have folded. */
  get position(): number | undefined {
    return this.#place?.position;
  }

  /** Lets go of what this process knows about the authority. */
  forget(): void {
    this.#place = undefined;
    this.#states.forget();
  }

  async #begin(): Promise<Place> {
    if (this.#place?.parked === false) return this.#place;
    const { position, shared, parked } = await this.store.standing(this.authority);
    const known =
      shared === undefined ? this.projection.shared?.initial : this.projection.shared?.decode(shared);
    this.#place = { position, shared: known, sharedStored: known, parked: parked !== undefined };
    return this.#place;
  }

  async #foldOn(place: Place, most: number): Promise<Advance> {
    const { batch } = this.settings;
    let flushing: Promise<void> = Promise.resolve();
    let reading = this.#read(place.position, batch);
    try {
      for (let folded = 0; ; ) {
        const events = await reading;
        const last = events.at(-1);
        if (last === undefined) break;
        folded += events.length;
        const full = events.length === batch;
        if (full && folded < most) reading = this.#read(last.position, batch);
        const flush = await this.#fold(place, events, flushing);
        await flushing;
        flushing = this.#flush(flush);
        flushing.catch(seenLater);
        if (!full) break;
        if (folded >= most) {
          await flushing;
          return 'more';
        }
      }
      await flushing;
      return 'at the head';
    } finally {
      // nothing of this attempt may go on behind the next one's back
      await Promise.allSettled([reading, flushing]);
    }
  }

  /** Folds in ever smaller steps up to the event that cannot be folded or flushed, and parks there. */
  async #search(): Promise<Advance> {
    const to = this.#attempted;
    let step = this.settings.batch;
    for (;;) {
      const place = await this.#begin();
      if (place.parked) return 'parked';
      if (place.position >= to) return 'more';
      const from = place.position;
      let events: readonly RecordedEvent[] = [];
      try {
        events = await this.#read(from, step);
        if (events.length === 0) return 'at the head';
        await this.#flush(await this.#fold(place, events, Promise.resolve()));
      } catch (failure) {
        this.forget();
        if (failure instanceof Moved) continue;
        if (isPassing(failure)) throw failure;
        if (step === 1) return await this.#park(from + 1, events[0], failure);
        const half = Math.floor(Math.min(step, events.length > 0 ? events.length : step) / 2);
        step = Math.max(1, failure instanceof FoldFailure ? failure.event.position - 1 - from : half);
      }
    }
  }

  async #park(position: number, event: RecordedEvent | undefined, failure: unknown): Promise<Advance> {
    const parked = {
      authority: this.authority,
      position,
      eventType: event?.type ?? '(unreadable)',
      error: saying(failure),
      since: this.settings.clock.now(),
    };
    await this.store.park(parked);
    this.settings.parked?.(parked);
    return 'parked';
  }

  #read(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    this.#attempted = after + limit;
    const reading = this.ledger.read(this.authority, after, limit);
    reading.catch(seenLater);
    return reading;
  }

  /** Folds a batch onto the states in memory. What is missing there is loaded once `flushed` has settled. */
  async #fold(place: Place, events: readonly RecordedEvent[], flushed: Promise<void>): Promise<Flush> {
    const from = place.position;
    const to = events.at(-1)?.position ?? from;
    if (events[0]?.position !== from + 1 || to !== from + events.length) {
      throw new Error(`The ledger answered entries ${events[0]?.position} to ${to} for those after ${from}.`);
    }
    const changes = new RowChanges(this.projection.tables);
    const batch = new Batch(this.projection, events, this.#states.held, place.shared, changes.rows);
    const at = { position: from, shared: place.shared, flushed };
    await this.#states.have(batch.missing(), at);
    for (let needed = batch.fold(); needed.length > 0; needed = batch.fold()) {
      await this.#states.have(new Map(needed.map((stream) => [stream, undefined])), at);
    }
    place.position = to;
    place.shared = batch.shared;
    const shared = place.shared === place.sharedStored ? undefined : this.projection.shared?.encode(place.shared);
    place.sharedStored = place.shared;
    const worth = await this.#states.worthStoring(batch.touched, events.length);
    return { authority: this.authority, from, to, changes: changes.take(), states: worth, shared };
  }

  async #flush(flush: Flush): Promise<void> {
    if (!(await this.store.flush(flush))) {
      throw new Moved(`The checkpoint of ${flush.authority} no longer is at ${flush.from}.`);
    }
    this.settings.flushed(flush.authority, flush.to);
  }
}

const seenLater = (): void => undefined;
