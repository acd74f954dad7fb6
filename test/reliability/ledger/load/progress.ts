import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 1_000;

/** How far the writers have come: what befalls them goes by it, so that a slow machine is not tortured more. */
export class Progress {
  answers = 0;
  over = false;
  /** A process is making its first connections: it is not disturbed in that. */
  starting = false;

  /** Waits until so many more answers have come, or for a second. */
  async more(answers: number): Promise<void> {
    const due = this.answers + answers;
    for (let waited = 0; !this.over && this.answers < due && waited < PATIENCE; waited += 5) await pause(5);
  }
}
