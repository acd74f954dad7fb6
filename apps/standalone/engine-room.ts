import { Worker } from 'node:worker_threads';
import { StartFailure } from '#engine/database/start-failure.js';

/** What the engine room needs to know. */
export interface EngineRoomData {
  /** The database, as the application's role. */
  readonly url: string;
  /** The same as its owner; undefined where nothing is to be migrated. */
  readonly migrationUrl: string | undefined;
  readonly dataDir: string;
  /** Whether the database is this process's own, so that nobody else does its jobs. */
  readonly alone: boolean;
  /** An instant, where CLOCK is set. */
  readonly clockStartsAt: string | null;
}

/** What the thread says of its start. */
export type EngineRoomSays = { readonly ready: true } | { readonly startFailure: string };

/** The thread that folds read models and does the jobs, so that the one that serves pages stays free. */
export class EngineRoom {
  /** Rejects when the thread breaks down. */
  readonly failed: Promise<never>;
  readonly #thread = new Worker(new URL('./engine-room.thread.js', import.meta.url));
  readonly #ended = new Promise<void>((resolve) => this.#thread.once('exit', () => resolve()));
  #begun = false;

  /** Starts the thread, which loads its modules while the database is still starting. */
  constructor() {
    this.failed = new Promise<never>((_resolve, reject) => this.#thread.once('error', reject));
    this.failed.catch(() => undefined);
  }

  /**
   * Lets it begin.
   * @throws {StartFailure} it lacks something that it needs
   */
  async begin(data: EngineRoomData): Promise<void> {
    this.#begun = true;
    this.#thread.postMessage(data);
    const said = new Promise<EngineRoomSays>((resolve) => this.#thread.once('message', resolve));
    const answer = await Promise.race([said, this.failed]);
    if ('startFailure' in answer) throw new StartFailure(answer.startFailure);
  }

  async stop(): Promise<void> {
    if (this.#begun) this.#thread.postMessage('stop');
    else await this.#thread.terminate();
    await this.#ended;
  }
}
