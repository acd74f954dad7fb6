import { projectionSchema, type AnyProjection } from './projection.js';
import type { Readiness } from './readiness.js';
import type { Signals } from './signals.js';
import type { Parked, ProjectionStores } from './store.js';
import type { Preparing } from './versions.js';

/** How waiting for a position ended. `position` is the least that the projections have reached. */
export type Waited =
  | { readonly outcome: 'reached'; readonly position: number }
  | { readonly outcome: 'parked'; readonly position: number; readonly parked: Parked & { readonly projection: string } }
  /** At least one of them cannot be read yet. */
  | { readonly outcome: 'preparing'; readonly position: number; readonly preparing: Preparing }
  | { readonly outcome: 'timed out'; readonly position: number };

/** Readers look by themselves after so long, since an engine in another process gives no word; then ever less often, … */
const LOOK_AFTER_MS = 50;
const LESS_OFTEN = 1.5;
/** … but so often at least. */
const LOOK_EVERY_MS = 500;

/** How far projections are, for those who read them. */
export class Checkpoints {
  constructor(
    private readonly stores: ProjectionStores,
    private readonly signals: Signals,
    private readonly readiness: Pick<Readiness, 'demand' | 'isReady' | 'preparing'>,
  ) {}

  /**
   * The position up to which a projection has folded an authority's ledger; 0 if it has not begun.
   * @throws {Preparing} it cannot be read yet
   */
  async position(projection: AnyProjection, authority: string): Promise<number> {
    await this.readiness.demand(projection);
    return (await this.stores.of(projection).positions([authority])).get(authority) ?? 0;
  }

  /**
   * Waits until all these projections have folded a position, or one is parked before it, or cannot be read yet, or the
   * time is up.
   */
  async waitFor(
    projections: readonly AnyProjection[],
    authority: string,
    position: number,
    milliseconds = 5_000,
  ): Promise<Waited> {
    const deadline = performance.now() + milliseconds;
    const folded = new Wake();
    const names = new Set(projections.map(({ name, version }) => projectionSchema(name, version)));
    const silence = this.signals.onFolded((word) => {
      if (word.authority === authority && names.has(word.projection)) folded.now();
    });
    try {
      for (let pause = LOOK_AFTER_MS; ; pause = Math.min(LOOK_EVERY_MS, pause * LESS_OFTEN)) {
        const heard = folded.next();
        const now = await this.#look(projections, authority, position);
        if (now.outcome !== 'timed out') return now;
        const left = deadline - performance.now();
        if (left <= 0) return now;
        await heard.within(Math.min(pause, left));
      }
    } finally {
      silence();
    }
  }

  async #look(projections: readonly AnyProjection[], authority: string, wanted: number): Promise<Waited> {
    for (const projection of projections) {
      if (await this.readiness.isReady(projection)) continue;
      return { outcome: 'preparing', position: 0, preparing: await this.readiness.preparing(projection) };
    }
    const reached = await Promise.all(projections.map((projection) => this.position(projection, authority)));
    const position = Math.min(...reached);
    if (position >= wanted || projections.length === 0) return { outcome: 'reached', position };
    for (const projection of projections.filter((_, i) => (reached[i] ?? 0) < wanted)) {
      const [parked] = await this.stores.of(projection).parked([authority]);
      if (parked !== undefined) return { outcome: 'parked', position, parked: { ...parked, projection: projection.name } };
    }
    return { outcome: 'timed out', position };
  }
}

/** Something to wait for, with a limit. What happens between `next` and `within` is not missed. */
class Wake {
  #wake: () => void = () => undefined;

  now(): void {
    this.#wake();
  }

  next(): { within(milliseconds: number): Promise<void> } {
    const woken = new Promise<void>((resolve) => (this.#wake = resolve));
    return {
      within: async (milliseconds) => {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
        await Promise.race([woken, late]);
        clearTimeout(timer);
      },
    };
  }
}
