import type { Engine } from '#engine/projections/engine.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { atLeast, type Freshness } from '#surface/http/queries/freshness.js';

/** How far the read models are, for those who ask over HTTP. */
export function freshnessOf(engine: Engine): Freshness {
  return {
    async waitFor(authority, position, projection, withinMs) {
      const asked = engine.projections.filter(({ name }) => name === projection);
      const waited = await engine.checkpoints.waitFor(asked, authority, position, withinMs);
      if (waited.outcome === 'preparing') throw waited.preparing;
      if (waited.outcome === 'parked') return { parkedAt: waited.parked.position };
      return waited.outcome;
    },
  };
}

/** Waits until a read model is folded up to a position; refuses, as `atLeast` does, when they will not be in time. */
export function reached(engine: Engine, authority: string, position: number, { name }: Pick<AnyProjection, 'name'>): Promise<void> {
  return atLeast(freshnessOf(engine), authority, position, name);
}
