import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface EngineProcess {
  /** Settles when it follows the ledgers. */
  readonly ready: Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts `engine-child.ts`. */
export function startEngine(url: string, options: { readonly VERSION?: '1' | '2'; readonly REBUILD?: 'yes'; readonly SLOW?: 'yes' } = {}): EngineProcess {
  const child = spawn(process.execPath, ['--import', here('../../../support/from-source.mjs'), here('engine-child.ts')], {
    cwd: here('../../../..'),
    env: { ...process.env, URL: url, ...options },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    void ended.then(() => reject(new Error(`The engine ended before it was ready: ${errors}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
