import type { Ledger } from '#engine/ledger/ledger.js';
import type { AnyProjection } from './projection.js';
import { Projector, type ProjectorSettings } from './projector.js';
import { StateCache } from './state-cache.js';
import type { ProjectionStore, ProjectionStores } from './store.js';

/** Called now and then with the number of events folded, and of those that there were at the last look. */
export type RebuildProgress = (done: number, total: number) => void;

export interface Rebuilt {
  readonly authorities: number;
  readonly events: number;
}

export interface RebuildSettings {
  readonly settings: Omit<ProjectorSettings, 'flushed'>;
  readonly cacheEvents: number;
  readonly progress?: RebuildProgress;
}

/** So often the shadow runs after a ledger that grows before it takes over with the rest. */
const ROUNDS = 5;

/**
 * Folds every authority's ledger from its first entry into a shadow of the projection's store, beside the live one,
 * and then puts it in the live one's place. If anything goes wrong the live one stays as it was.
 * @throws {Error} an event cannot be folded that the live store has folded
 */
export async function rebuild(
  projection: AnyProjection,
  ledger: Pick<Ledger, 'read' | 'readStream' | 'heads'>,
  stores: ProjectionStores,
  { settings, cacheEvents, progress }: RebuildSettings,
): Promise<Rebuilt> {
  const shadow = await stores.shadow(projection);
  try {
    const positions = new Map<string, number>();
    let done = 0;
    let total = 0;
    const flushed = (authority: string, position: number): void => {
      done += position - (positions.get(authority) ?? 0);
      positions.set(authority, position);
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
        await projector.reach(position);
      }
      return done - before;
    };
    for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
      if ((await round()) < settings.batch) break;
    }
    await refuseSteppingBack(projection, stores.of(projection), shadow.store, [...projectors.keys()]);
    await shadow.takeOver(async () => void (await round()));
    return { authorities: positions.size, events: done };
  } catch (failure) {
    await shadow.discard();
    throw failure;
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
