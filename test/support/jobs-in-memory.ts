import { setTimeout as pause } from 'node:timers/promises';
import type { JobKind, JobProgress, JobRun, Jobs, JobStatus } from '#engine/jobs/jobs.js';

interface Asked {
  readonly kind: string;
  readonly id: string;
  readonly data: object;
  state: JobStatus['state'];
  progress: JobProgress | null;
  result: object | null;
  failure: string | null;
}

/** Jobs of one process, done in their order while they are let go on; held, they wait, so that a test sees them do so. */
export class JobsInMemory implements Jobs {
  private readonly asked: Asked[] = [];
  private readonly work = new Map<string, (run: JobRun) => Promise<object>>();
  private held = false;
  private doing: Promise<void> = Promise.resolve();

  hold(): void {
    this.held = true;
  }

  /** Lets them go on; resolves when all are done. */
  async goOn(): Promise<void> {
    this.held = false;
    this.next();
    await this.doing;
  }

  /** Says how far a job is that is held. */
  tell(id: string, done: number, total: number): void {
    const job = this.asked.find((one) => one.id === id)!;
    Object.assign(job, { state: 'running', progress: { done, total } });
  }

  /** Forgets a job, as if its server had been killed before it was asked for. */
  forget(id: string): void {
    this.asked.splice(this.asked.findIndex((one) => one.id === id), 1);
  }

  /** How often jobs of an id were asked for, and begun. */
  count(id: string): number {
    return this.asked.filter((one) => one.id === id).length;
  }

  enqueue<Data extends object, Result extends object>({ name }: JobKind<Data, Result>, id: string, data: Data): Promise<void> {
    if (!this.asked.some((one) => one.kind === name && one.id === id)) this.asked.push({ kind: name, id, data, state: 'waiting', progress: null, result: null, failure: null });
    this.next();
    return Promise.resolve();
  }

  status<Data extends object, Result extends object>({ name }: JobKind<Data, Result>, id: string): Promise<JobStatus<Result> | undefined> {
    const found = this.asked.find((one) => one.kind === name && one.id === id);
    return Promise.resolve(found && ({ ...found } as unknown as JobStatus<Result>));
  }

  async finished<Data extends object, Result extends object>(kind: JobKind<Data, Result>, id: string, milliseconds: number): Promise<JobStatus<Result> | undefined> {
    await Promise.race([this.doing, pause(milliseconds, undefined, { ref: false })]);
    return this.status(kind, id);
  }

  handle<Data extends object, Result extends object>({ name }: JobKind<Data, Result>, work: (run: JobRun<Data>) => Promise<Result>): Promise<void> {
    this.work.set(name, work as unknown as (run: JobRun) => Promise<object>);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.doing;
  }

  private next(): void {
    this.doing = this.doing.then(async () => {
      for (const job of this.asked) if (!this.held && (job.state === 'waiting' || job.state === 'running')) await this.do(job);
    });
  }

  private async do(job: Asked): Promise<void> {
    job.state = 'running';
    const progress = (done: number, total: number): void => void (job.progress = { done, total });
    try {
      job.result = await this.work.get(job.kind)!({ id: job.id, data: job.data, progress, signal: new AbortController().signal });
      job.state = 'done';
    } catch (failure) {
      Object.assign(job, { state: 'failed', failure: (failure as Error).message });
    }
  }
}
