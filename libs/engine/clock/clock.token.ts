/** What Nest injects the clock by. */
export const CLOCK = Symbol('Clock');
