import type { Job } from 'bullmq';

import type { JobProgress } from './jobs.js';

const EVERY_MS = 200;

/** Writes a job's progress down now and then, and at its end. */
export class WrittenProgress {
  #told: JobProgress | undefined;
  #written: JobProgress | undefined;
  #next = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly job: Job,
    private readonly failed: (failure: unknown) => void,
  ) {}

  readonly tell = (done: number, total: number): void => {
    this.#told = { done, total };
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    this.#write();
  };

  async last(): Promise<void> {
    if (this.#told !== this.#written) this.#write();
    await this.#writing;
  }

  #write(): void {
    const told = this.#told;
    this.#written = told;
    if (told !== undefined) this.#writing = this.#writing.then(() => this.job.updateProgress(told)).catch(this.failed);
  }
}
