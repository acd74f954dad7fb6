import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#domain/kernel/refusal.js';
import type { AnyProjection } from './projection.js';
import type { Readiness } from './readiness.js';
import type { RebuildProgress, Rebuilt } from './rebuild.js';
import type { ProjectionStores } from './store.js';

export interface ChangeoverSettings {
  /** How often is looked whether another process has built what is missing. */
  readonly lookEveryMs: number;
  /** For so long an older version must have been without readers before it is removed: one may have lost its connection. */
  readonly graceMs: number;
  readonly failed: (message: string, failure: unknown) => void;
  /** Called when a version can be read. */
  readonly ready: (projection: AnyProjection) => void;
}

/** Folds a projection's shadow from the first entry on, and puts it where it is read. */
export type Build = (projection: AnyProjection, stores: Pick<ProjectionStores, 'shadow'>, progress: RebuildProgress, signal?: AbortSignal) => Promise<Rebuilt>;

/** Progress is written down no more often. */
const TELL_EVERY_MS = 1_000;
/** After a build that failed, the next begins after so long. */
const AGAIN_AFTER_MS = 10_000;

/** Somebody else has built it in the meantime. */
class ThereAlready extends Error {}

/**
 * Brings the versions that this engine knows up beside older ones, and removes those when their last reader has left.
 */
export class Changeover {
  readonly #end = new AbortController();
  /** Older versions that nobody reads, with since when. */
  readonly #forsaken = new Map<string, number>();
  readonly #building = new Map<AnyProjection, Promise<Rebuilt | undefined>>();
  #working: Promise<void> = Promise.resolve();

  constructor(
    private readonly stores: ProjectionStores,
    private readonly readiness: Readiness,
    private readonly projections: readonly AnyProjection[],
    private readonly buildShadow: Build,
    private readonly settings: ChangeoverSettings,
  ) {}

  /** Begins, in the background. */
  start(): void {
    this.#working = this.#work().catch((failure: unknown) => {
      if (!this.#end.signal.aborted) this.settings.failed('The change to new versions of projections came to an end.', failure);
    });
  }

  async stop(): Promise<void> {
    this.#end.abort(new Error('The engine is stopped.'));
    await this.#working;
  }

  /**
   * Builds a version that cannot be read yet, or waits for this engine's build of it. Answers undefined if somebody else
   * has built it meanwhile.
   * @throws {Refusal} (`conflict`) somebody else is building it
   */
  build(projection: AnyProjection, progress?: RebuildProgress, signal?: AbortSignal): Promise<Rebuilt | undefined> {
    const under = this.#building.get(projection);
    if (under !== undefined) return under;
    const building = this.#build(projection, progress, signal).finally(() => this.#building.delete(projection));
    this.#building.set(projection, building);
    return building;
  }

  async #build(projection: AnyProjection, progress?: RebuildProgress, signal?: AbortSignal): Promise<Rebuilt | undefined> {
    const stores = {
      shadow: async (): ReturnType<ProjectionStores['shadow']> => {
        const shadow = await this.stores.shadow(projection);
        if (shadow.replaces === undefined) return shadow;
        await shadow.discard();
        throw new ThereAlready();
      },
    };
    try {
      const until = AbortSignal.any(signal ? [this.#end.signal, signal] : [this.#end.signal]);
      return await this.buildShadow(projection, stores, this.#telling(projection, progress), until);
    } catch (failure) {
      if (failure instanceof ThereAlready) return undefined;
      throw failure;
    }
  }

  #telling(projection: AnyProjection, progress: RebuildProgress | undefined): RebuildProgress {
    let told = Number.NEGATIVE_INFINITY;
    return (done, total) => {
      progress?.(done, total);
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      // nothing hangs on it: whoever asks is answered with what was said before
      this.stores.versions.tell(projection, { done, total }).catch(() => undefined);
    };
  }

  async #work(): Promise<void> {
    const { signal } = this.#end;
    for (let removed = Number.NEGATIVE_INFINITY; ; ) {
      let missing = 0;
      for (const projection of this.projections) {
        if (!(await this.#comesUp(projection))) missing += 1;
      }
      if (missing === 0 && performance.now() - removed >= this.settings.graceMs / 2) {
        for (const projection of this.projections) await this.#removeOlder(projection);
        removed = performance.now();
      }
      await pause(this.settings.lookEveryMs, undefined, { signal });
    }
  }

  async #comesUp(projection: AnyProjection): Promise<boolean> {
    const { signal } = this.#end;
    try {
      if (this.readiness.isKnownReady(projection)) return true;
      if (!(await this.readiness.isReady(projection))) await this.build(projection);
      if (!(await this.readiness.isReady(projection))) return false;
      this.settings.ready(projection);
      return true;
    } catch (failure) {
      signal.throwIfAborted();
      if (failure instanceof Refusal) return false;
      this.settings.failed(`${projection.name} could not be built in version ${projection.version}. It is tried again.`, failure);
      await pause(AGAIN_AFTER_MS, undefined, { signal });
      return false;
    }
  }

  async #removeOlder(projection: AnyProjection): Promise<void> {
    const { versions } = this.stores;
    try {
      for (const version of await versions.olderThan(projection)) {
        const name = `${projection.name} ${version}`;
        if (!(await versions.isForsaken(projection.name, version))) this.#forsaken.delete(name);
        else if (!this.#forsaken.has(name)) this.#forsaken.set(name, performance.now());
        else if (performance.now() - this.#forsaken.get(name)! >= this.settings.graceMs) await versions.remove(projection.name, version);
      }
    } catch (failure) {
      if (!this.#end.signal.aborted) this.settings.failed(`Older versions of ${projection.name} could not be looked at.`, failure);
    }
  }
}
