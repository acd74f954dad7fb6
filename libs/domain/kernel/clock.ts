/** An instant as ISO 8601 text in UTC with milliseconds: `2026-03-31T22:59:59.999Z`. Sorts as text. */
export type Instant = string;

/**
 * Where the time comes from. Nothing in this project reads the machine's clock directly: what was known when is
 * part of the record, and samples, tests and simulations move it.
 */
export interface Clock {
  now(): Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that starts at an instant and ticks on from there. */
export function clockFrom(start: Instant, elapsed: () => number = () => performance.now()): Clock {
  const origin = Date.parse(start);
  const began = elapsed();
  return { now: () => new Date(origin + Math.floor(elapsed() - began)).toISOString() };
}

/** A clock that stands still until it is set: for samples and tests. */
export class SettableClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = new Date(instant).toISOString();
  }
}
