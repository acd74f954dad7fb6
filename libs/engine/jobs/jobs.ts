/** A kind of long work, with what it is given and what it answers; both are plain JSON. */
export interface JobKind<Data extends object = object, Result extends object = object> {
  readonly name: string;
  /** Never there: it carries the types. */
  readonly types?: (data: Data) => Result;
}

/** Names a kind of job, once, for those who ask for it and those who do it. */
export function jobKind<Data extends object, Result extends object>(name: string): JobKind<Data, Result> {
  return { name };
}

/** How far a job is: so many of so many (rows, events). */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

/** What is known of a job. A finished one is remembered for a day, a failed one for a week. */
export interface JobStatus<Result extends object = object> {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly progress: JobProgress | null;
  readonly result: Result | null;
  /** Why it failed, for people to read. */
  readonly failure: string | null;
}

/** A job being done. */
export interface JobRun<Data extends object = object> {
  readonly id: string;
  readonly data: Data;
  /** Says how far it is; may be called for each row. */
  progress(done: number, total: number): void;
  /**
   * Aborted when this process is about to end. Work that then stops (by throwing) is done again, from its beginning, by
   * the next process.
   */
  readonly signal: AbortSignal;
}

/**
 * Long work off the thread that serves. What a job changes must bear being done twice: a process that dies in the midst
 * leaves its job to the next one.
 */
export interface Jobs {
  /** Asks for a job. While a job of this kind and id is remembered, asking again changes nothing. */
  enqueue<Data extends object, Result extends object>(kind: JobKind<Data, Result>, id: string, data: Data): Promise<void>;
  /** Undefined for a job that nobody asked for, or that is forgotten. */
  status<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    id: string,
  ): Promise<JobStatus<Result> | undefined>;
  /** As `status`, once the job is done or has failed, or the time is up. */
  finished<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    id: string,
    milliseconds: number,
  ): Promise<JobStatus<Result> | undefined>;
  /** Begins to do the jobs of a kind in this process, so many at a time (one, unless told). */
  handle<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    work: (run: JobRun<Data>) => Promise<Result>,
    atOnce?: number,
  ): Promise<void>;
  /** Stops the work in hand, and what this process holds of the queues. */
  close(): Promise<void>;
}
