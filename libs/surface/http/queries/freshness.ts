import { Problem } from '../problem-json/problem.js';

/** How far the projections of an authority are. Bound by the app to the engine. */
export interface Freshness {
  /**
   * Waits, at most `withinMs`, until the projection has folded `position` of the authority's ledger. A parked
   * projection is answered at once, with the position where it stands still.
   * @throws {Preparing} the projection cannot be read yet
   */
  waitFor(authority: string, position: number, projection: string, withinMs: number): Promise<Reached>;
}

export type Reached = 'reached' | 'timed out' | { readonly parkedAt: number };

/** How long a query waits for `atLeast`. */
export const LONGEST_WAIT_MS = 5_000;

/** Waits for a position, or says why the answer cannot be given yet: never an older answer than was asked for. */
export async function atLeast(freshness: Freshness, authority: string, position: number, projection: string): Promise<void> {
  const reached = await freshness.waitFor(authority, position, projection, LONGEST_WAIT_MS);
  if (reached === 'reached') return;
  if (reached === 'timed out') {
    const detail = `The ledger of ${authority} is not folded up to position ${position} yet. Ask again in a few seconds, or without atLeast.`;
    throw new Problem('not-yet', detail, [], { 'Retry-After': '5' });
  }
  const detail =
    `The projection ${projection} of ${authority} is parked at position ${reached.parkedAt} and cannot reach ${position} ` +
    'until an operator retries it. Ask without atLeast for the answer as of the position before.';
  throw new Problem('parked', detail, [], { 'Retry-After': '60' });
}
