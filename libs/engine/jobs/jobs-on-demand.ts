import type { JobKind, JobRun, Jobs, JobStatus } from './jobs.js';

/** Jobs that are reached when somebody first asks for one: what they stand on takes long to load, and most ask for none. */
export class JobsOnDemand implements Jobs {
  #reached: Promise<Jobs> | undefined;

  constructor(private readonly reach: () => Promise<Jobs>) {}

  async enqueue<Data extends object>(kind: JobKind<Data>, id: string, data: Data): Promise<void> {
    await (await this.#jobs()).enqueue(kind, id, data);
  }

  async status<Data extends object, Result extends object>(kind: JobKind<Data, Result>, id: string): Promise<JobStatus<Result> | undefined> {
    return (await this.#jobs()).status(kind, id);
  }

  async finished<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    id: string,
    milliseconds: number,
  ): Promise<JobStatus<Result> | undefined> {
    return (await this.#jobs()).finished(kind, id, milliseconds);
  }

  async handle<Data extends object, Result extends object>(
    kind: JobKind<Data, Result>,
    work: (run: JobRun<Data>) => Promise<Result>,
    atOnce?: number,
  ): Promise<void> {
    await (await this.#jobs()).handle(kind, work, atOnce);
  }

  async close(): Promise<void> {
    await (await this.#reached)?.close();
  }

  /** What could not be reached is tried again when it is next asked for. */
  #jobs(): Promise<Jobs> {
    this.#reached ??= this.reach().catch((failure: unknown) => {
      this.#reached = undefined;
      throw failure;
    });
    return this.#reached;
  }
}
