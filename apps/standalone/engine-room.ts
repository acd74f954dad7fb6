import { Worker } from 'node:worker_threads';

/** What the engine room needs to know. */
export interface EngineRoomData {
  /** The database, as the application's role. */
  readonly url: string;
  readonly dataDir: string;
  /** Whether the database is this process's own, so that nobody else does its jobs. */
  readonly alone: boolean;
  /** An instant, where CLOCK is set. */
  readonly clockStartsAt: string | null;
}

export interface EngineRoom {
  /** Rejects when the thread breaks down. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the thread that folds read models and does the jobs, so that the one that serves pages stays free. */
export async function startEngineRoom(data: EngineRoomData): Promise<EngineRoom> {
  const thread = new Worker(new URL('./engine-room.thread.js', import.meta.url), { workerData: data });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const failed = new Promise<never>((_resolve, reject) => thread.once('error', reject));
  failed.catch(() => undefined);
  const ready = new Promise<void>((resolve) => thread.once('message', () => resolve()));
  await Promise.race([ready, failed]);
  return {
    failed,
    stop: async () => {
      thread.postMessage('stop');
      await ended;
    },
  };
}
