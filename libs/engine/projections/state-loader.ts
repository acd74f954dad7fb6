import type { Ledger } from '#engine/ledger/ledger.js';
import { Moved } from './failures.js';
import type { AnyProjection, AnyRows, SharedAround } from './projection.js';
import type { HeldState } from './state-cache.js';
import type { ProjectionStore, StoredState } from './store.js';

/** How many streams are read at once. */
const AT_ONCE = 8;

/**
 * Makes states that are not in memory: the stored one, if there is one, and on it the stream's later events up to the
 * checkpoint. The rows that these events once led to are written already, and are let go.
 */
export class StateLoader {
  readonly #unheeded: AnyRows;

  constructor(
    private readonly projection: AnyProjection,
    private readonly ledger: Pick<Ledger, 'readStream'>,
    private readonly store: Pick<ProjectionStore, 'states'>,
  ) {
    this.#unheeded = Object.fromEntries(Object.keys(projection.tables).map((name) => [name, unheeded]));
  }

  /**
   * The states of streams as of a position.
   * @param wanted the version that each stream has at that position, where it is known
   * @throws {Moved} a stored state is later than the position
   */
  async load(
    authority: string,
    wanted: ReadonlyMap<string, number | undefined>,
    position: number,
    shared: unknown,
  ): Promise<readonly HeldState[]> {
    const begun = [...wanted.keys()].filter((stream) => wanted.get(stream) !== 0 && position > 0);
    const stored = new Map<string, StoredState>();
    if (begun.length > 0) {
      for (const state of await this.store.states(authority, begun)) stored.set(state.stream, state);
    }
    const loaded = [...wanted.keys()].map((stream) => this.#held(authority, stream, stored.get(stream), position));
    const behind = loaded.filter((held) => wanted.get(held.stream) !== held.version && position > 0);
    const around = { before: shared, after: shared };
    for (let i = 0; i < behind.length; i += AT_ONCE) {
      await Promise.all(behind.slice(i, i + AT_ONCE).map((held) => this.#foldTail(held, position, around)));
    }
    return loaded;
  }

  #held(authority: string, stream: string, stored: StoredState | undefined, position: number): HeldState {
    const { state } = this.projection;
    if (stored === undefined) {
      return { authority, stream, state: state?.initial(stream), version: 0, position: 0, storedVersion: 0 };
    }
    if (stored.position > position) throw new Moved(`${stream} is stored as of ${stored.position}, after ${position}.`);
    return {
      authority,
      stream,
      state: state?.decode(stored.text),
      version: stored.version,
      position: stored.position,
      storedVersion: stored.version,
    };
  }

  async #foldTail(held: HeldState, position: number, around: SharedAround<unknown>): Promise<void> {
    for (const event of await this.ledger.readStream(held.authority, held.stream, held.version, position)) {
      if (this.projection.fold !== undefined) {
        held.state = this.projection.fold(held.state, event, around, this.#unheeded);
      }
      held.version = event.version;
      held.position = event.position;
    }
  }
}

const nothing = (): void => undefined;
const unheeded = { insert: nothing, put: nothing, remove: nothing, add: nothing };
