import { setTimeout as pause } from 'node:timers/promises';
import type { Head, Ledger } from '#engine/ledger/ledger.js';
import { foldByStream, type FoldingByStream } from './bulk/fold-by-stream.js';
import { FoldFailure, isPassing } from './failures.js';
import type { AnyProjection } from './projection.js';
import { Projector, type ProjectorSettings } from './projector.js';
import { StateCache } from './state-cache.js';
import type { ProjectionStore, ProjectionStores, ShadowStore } from './store.js';

/** Called now and then with the number of events folded, and of those that there were at the last look. */
export type RebuildProgress = (done: number, total: number) => void;

export interface Rebuilt {
  readonly authorities: number;
  readonly events: number;
}

export interface RebuildSettings {
  readonly settings: Omit<ProjectorSettings, 'flushed'>;
  readonly cacheEvents: number;
  readonly progress?: RebuildProgress | undefined;
  /** Aborted: the rebuild is given up, and what stood before still stands. */
  readonly signal?: AbortSignal | undefined;
}

/** Folded at a stretch, before looking whether the rebuild is still wanted. */
const STRETCH = 50_000;
/** A connection that is lost is taken up again so often, after some seconds at last. */
const PATIENCE = 5;
/** Whether the build is still the only one is asked no more often. */
const GUARD_EVERY_MS = 1_000;
/** So often the shadow runs after a ledger that grows before it takes over with the rest. */
const ROUNDS = 5;

/**
 * Folds every authority's ledger from its first entry into a shadow of the projection's store, beside the live one,
 * and then puts it in the live one's place. If anything goes wrong the live one stays as it was.
 * @throws {Error} an event cannot be folded that the live store has folded
 */
export async function rebuild(
  projection: AnyProjection,
  ledger: Pick<Ledger, 'read' | 'readStream' | 'readStreams' | 'readAside' | 'heads'>,
  stores: Pick<ProjectionStores, 'shadow'>,
  rebuilding: RebuildSettings,
): Promise<Rebuilt> {
  const { byStream, ...inOrder } = projection;
  if (byStream === undefined) return build(projection, ledger, stores, rebuilding);
  for (let failures = 1; ; failures += 1) {
    try {
      return await build(projection, ledger, stores, rebuilding);
    } catch (failure) {
      // only the order of the ledger says which event is the first that cannot be folded
      if (failure instanceof FoldFailure) return build(inOrder, ledger, stores, rebuilding);
      // rows without keys cannot be gone on with
      if (!isPassing(failure) || failures > PATIENCE) throw failure;
      await pause(200 * failures * failures);
    }
  }
}

async function build(
  projection: AnyProjection,
  ledger: Pick<Ledger, 'read' | 'readStream' | 'readStreams' | 'readAside' | 'heads'>,
  stores: Pick<ProjectionStores, 'shadow'>,
  { settings, cacheEvents, progress, signal: wanted }: RebuildSettings,
): Promise<Rebuilt> {
  const shadow = await stores.shadow(projection);
  const guard = new Guard(shadow);
  const signal = AbortSignal.any(wanted ? [wanted, guard.signal] : [guard.signal]);
  try {
    const positions = new Map<string, number>();
    let done = 0;
    let total = 0;
    const flushed = (authority: string, position: number): void => {
      done += position - (positions.get(authority) ?? 0);
      positions.set(authority, position);
      guard.look();
      progress?.(done, Math.max(done, total));
    };
    const cache = new StateCache(cacheEvents);
    const projectors = new Map<string, Projector>();
    const round = async (): Promise<number> => {
      const heads = await ledger.heads();
      total = heads.reduce((sum, head) => sum + head.position, 0);
      const before = done;
      for (const { authority, position } of heads) {
        if (position <= (positions.get(authority) ?? 0)) continue;
        const projector =
          projectors.get(authority) ??
          new Projector(projection, authority, ledger, shadow.store, cache, { ...settings, flushed });
        projectors.set(authority, projector);
        await reach(projector, position, signal);
      }
      return done - before;
    };
    if (shadow.bulk !== undefined && projection.byStream !== undefined) {
      const folding = { projection, ledger, bulk: shadow.bulk, signal };
      const folded: RebuildProgress = (...howFar) => {
        guard.look();
        progress?.(...howFar);
      };
      for (const { authority, position } of await fold(folding, folded)) positions.set(authority, position);
      done = [...positions.values()].reduce((sum, position) => sum + position, 0);
    }
    for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
      if ((await round()) < settings.batch) break;
    }
    if (shadow.replaces) await refuseSteppingBack(projection, shadow.replaces, shadow.store, [...projectors.keys()]);
    signal.throwIfAborted();
    await shadow.takeOver(async () => void (await round()), signal);
    return { authorities: positions.size, events: done };
  } catch (failure) {
    await shadow.discard();
    throw failure;
  }
}

/** Finds out, while a shadow grows, that it no longer is this build’s alone: else it would be known only at the end. */
class Guard {
  readonly #lost = new AbortController();
  #looked = performance.now();

  constructor(private readonly shadow: Pick<ShadowStore, 'check'>) {}

  /** Aborted with why the shadow is lost. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /** Asks, now and then; waits for nobody. */
  look(): void {
    if (performance.now() - this.#looked < GUARD_EVERY_MS) return;
    this.#looked = performance.now();
    this.shadow.check().catch((failure: unknown) => this.#lost.abort(failure));
  }
}

/** Folds all ledgers stream by stream, as far as they go now; answers how far that is. */
async function fold(folding: Omit<FoldingByStream, 'folded' | 'ledger'> & { readonly ledger: Pick<Ledger, 'readStreams' | 'readAside' | 'heads'> }, progress: RebuildProgress | undefined): Promise<readonly Head[]> {
  const heads = (await folding.ledger.heads()).filter((head) => head.position > 0);
  const total = heads.reduce((sum, head) => sum + head.position, 0);
  let done = 0;
  const folded = (events: number): void => progress?.((done += events), total);
  await folding.bulk.begin();
  for (const { authority, position } of heads) await foldByStream({ ...folding, folded }, authority, position);
  await folding.bulk.end();
  return heads;
}

async function reach(projector: Projector, position: number, signal: AbortSignal | undefined): Promise<void> {
  for (let failures = 0, at = projector.position ?? 0; at < position; ) {
    signal?.throwIfAborted();
    at = Math.min(position, at + STRETCH);
    try {
      await projector.reach(at);
      if (projector.isParked) return;
    } catch (failure) {
      failures += 1;
      if (!isPassing(failure) || failures > PATIENCE) throw failure;
      await pause(200 * failures * failures, undefined, { signal });
      at = 0;
    }
  }
}

/** A shadow that is parked where the live store is not would take away what can be read now. */
async function refuseSteppingBack(
  projection: AnyProjection,
  live: ProjectionStore,
  shadow: ProjectionStore,
  authorities: readonly string[],
): Promise<void> {
  for (const authority of authorities) {
    const worse = (await shadow.standing(authority)).parked;
    if (worse === undefined || (await live.standing(authority)).position < worse.position) continue;
    throw new Error(
      `${projection.name} was not rebuilt: ${authority}'s ${worse.eventType} at ${worse.position} ` +
        `cannot be folded (${worse.error}). What stood before still stands.`,
    );
  }
}
