import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../support/generate-events/random.js';

/** An event as a reader was given it. */
export interface Delivered {
  readonly position: number;
  readonly note: string;
  readonly recordedAt: string;
}

/** Reads what comes after a position, in order, at most so many: what is on trial. */
export type ReadAfter = (position: number, limit: number) => Promise<readonly Delivered[]>;

/** A reader that follows by a plain cursor: asks for what comes after the last position that it was given. */
export class Follower {
  readonly delivered: Delivered[] = [];
  cursor = 0;

  constructor(
    private readonly readAfter: ReadAfter,
    private readonly random: Random,
  ) {}

  /** Follows, whatever happens to its connection, until nothing more comes after all is written; told why a reading failed. */
  async follow(allIsWritten: () => boolean, disturbed: (why: string) => void): Promise<void> {
    for (;;) {
      const last = allIsWritten();
      try {
        const given = await this.step(this.random.between(1, 500));
        if (given === 0 && last) return;
        if (given === 0) await pause(this.random.between(5, 40));
      } catch (error) {
        disturbed((error as Error).message);
        await pause(this.random.between(1, 5));
      }
    }
  }

  /** Reads once; answers how much it was given. */
  async step(limit: number): Promise<number> {
    const events = await this.readAfter(this.cursor, limit);
    this.delivered.push(...events);
    this.cursor = events.at(-1)?.position ?? this.cursor;
    return events.length;
  }
}
