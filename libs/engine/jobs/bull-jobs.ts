import { setTimeout as pause } from 'node:timers/promises';

import { WaitingError, type Job } from 'bullmq';

import type { AnyQueue, AnyWorker, JobsBackend } from './jobs-backend.js';
import { WrittenProgress } from './written-progress.js';
import type { JobKind, JobProgress, JobRun, Jobs, JobStatus } from './jobs.js';

const DAY_S = 24 * 60 * 60;
const KEPT = { removeOnComplete: { age: DAY_S }, removeOnFail: { age: 7 * DAY_S } };

/** How a dead process is told from one at work. */
export interface JobsPatience {
  /** A job whose process has not stirred for so long is taken to be left behind. */
  readonly lockMs: number;
  /** How often left-behind jobs are looked for. */
  readonly lookEveryMs: number;
  /** How long work in hand may take to stop when this process ends. */
  readonly stopMs: number;
}

const patience: JobsPatience = { lockMs: 15_000, lookEveryMs: 5_000, stopMs: 5_000 };
/** A job that was left behind so often brings processes down, and fails. */
const LEFT_BEHIND_AT_MOST = 3;

/** Jobs by BullMQ. */
export class BullJobs implements Jobs {
  readonly #queues = new Map<string, AnyQueue>();
  readonly #workers: AnyWorker[] = [];
  readonly #inHand = new Set<Promise<unknown>>();
  readonly #ending = new AbortController();
  readonly #patience: JobsPatience;

  constructor(
    private readonly backend: JobsBackend,
    /** Told what goes wrong between this process and the queues; the work is tried again. */
    private readonly failed: (message: string, failure: unknown) => void,
    settings: Partial<JobsPatience> = {},
  ) {
    this.#patience = { ...patience, ...settings };
  }

  async enqueue<Data extends object>(kind: JobKind<Data>, id: string, data: Data): Promise<void> {
    await this.#queue(kind).add(kind.name, data, { jobId: jobId(id), ...KEPT });
  }

  async status<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    id: string,
  ): Promise<JobStatus<Result> | undefined> {
    const job = (await this.#queue(kind).getJob(jobId(id))) as Job<Data, Result> | undefined;
    if (job === undefined) return undefined;
    const state = stateOf(await job.getState());
    if (state === undefined) return undefined;
    const progress = isProgress(job.progress) ? job.progress : null;
    if (state === 'done' || state === 'failed') {
      // what it answered may have come after the job was read
      const last = ((await this.#queue(kind).getJob(jobId(id))) as Job<Data, Result> | undefined) ?? job;
      const ended = isProgress(last.progress) ? last.progress : progress;
      if (state === 'done') return { id, state, progress: ended, result: last.returnvalue, failure: null };
      return { id, state, progress: ended, result: null, failure: why(last.failedReason) };
    }
    return { id, state, progress, result: null, failure: null };
  }

  async finished<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    id: string,
    milliseconds: number,
  ): Promise<JobStatus<Result> | undefined> {
    const deadline = performance.now() + milliseconds;
    for (let wait = 10; ; wait = Math.min(wait * 1.5, 200)) {
      const status = await this.status(kind, id);
      const left = deadline - performance.now();
      if (status === undefined || status.state === 'done' || status.state === 'failed' || left <= 0) return status;
      await pause(Math.min(wait, left));
    }
  }

  async handle<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    work: (run: JobRun<Data>) => Promise<Result>,
    atOnce = 1,
  ): Promise<void> {
    const { lockMs, lookEveryMs } = this.#patience;
    const worker = this.backend.worker(kind.name, (job, token) => this.#inHandUntil(this.#run(job as Job<Data>, token, work)), {
      concurrency: atOnce,
      lockDuration: lockMs,
      stalledInterval: lookEveryMs,
      maxStalledCount: LEFT_BEHIND_AT_MOST,
      runRetryDelay: 1_000,
      ...KEPT,
    });
    worker.on('error', (failure) => this.failed(`The queue ${kind.name} could not be worked on.`, failure));
    this.#workers.push(worker);
    await worker.waitUntilReady();
  }

  /**
   * Takes up what a killed process had in hand, without waiting for its locks to run out. Only for the one process that
   * works on these queues, before it handles anything.
   */
  async takeUpLeftBehind(): Promise<void> {
    await this.backend.letGo?.();
  }

  async close(): Promise<void> {
    this.#ending.abort(new Error('This process is ending.'));
    // no job begins any more; what is in hand has its time to stop, and is else taken up by the next process
    await Promise.all(this.#workers.map((worker) => worker.pause(true)));
    const late = new AbortController();
    const patience = pause(this.#patience.stopMs, undefined, { signal: late.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(this.#inHand), patience]);
    late.abort();
    const force = this.#inHand.size > 0;
    await Promise.all(this.#workers.map((worker) => worker.close(force)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  async #run<Data extends object, Result extends object>(
    job: Job<Data>,
    token: string | undefined,
    work: (run: JobRun<Data>) => Promise<Result>,
  ): Promise<Result> {
    const progress = new WrittenProgress(job, (failure) => this.failed('The progress of a job could not be told.', failure));
    const { signal } = this.#ending;
    try {
      const run = { id: idOf(job.id ?? ''), data: job.data, signal, progress: progress.tell };
      return await work(run);
    } catch (failure) {
      if (!signal.aborted) throw failure;
      await job.moveToWait(token);
      throw new WaitingError();
    } finally {
      await progress.last();
    }
  }

  async #inHandUntil<Result>(run: Promise<Result>): Promise<Result> {
    this.#inHand.add(run);
    try {
      return await run;
    } finally {
      this.#inHand.delete(run);
    }
  }

  #queue(kind: { readonly name: string }): AnyQueue {
    let queue = this.#queues.get(kind.name);
    if (queue === undefined) {
      queue = this.backend.queue(kind.name, {});
      queue.on('error', (failure) => this.failed(`The queue ${kind.name} could not be reached.`, failure));
      this.#queues.set(kind.name, queue);
    }
    return queue;
  }
}

/** BullMQ takes no colons, and no ids that are numbers. */
const jobId = (id: string): string => `job-${encodeURIComponent(id)}`;
const idOf = (id: string): string => decodeURIComponent(id.slice('job-'.length));

function stateOf(state: string): JobStatus['state'] | undefined {
  if (state === 'completed') return 'done';
  if (state === 'failed') return 'failed';
  if (state === 'active') return 'running';
  return state === 'unknown' ? undefined : 'waiting';
}

function isProgress(progress: unknown): progress is JobProgress {
  return typeof progress === 'object' && progress !== null && 'done' in progress && 'total' in progress;
}

function why(reason: string | undefined): string {
  if (reason === undefined || reason === '') return 'It failed without a reason.';
  if (!reason.includes('stalled')) return reason;
  return 'It was left behind by a process that ended, again and again, and is not tried any more.';
}
