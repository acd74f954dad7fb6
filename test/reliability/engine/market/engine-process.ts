import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface EngineProcess {
  /** Settles when it follows the ledgers. */
  readonly ready: Promise<void>;
  /** Of its rebuilds: how many have ended well so far, and why the others did not. */
  readonly rebuilds: { readonly ended: number; readonly failures: readonly string[] };
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
  const rebuilds = { ended: 0, failures: [] as string[] };
  createInterface({ input: child.stdout }).on('line', (said) => {
    if (said === 'rebuilt') rebuilds.ended += 1;
    else if (said.startsWith('not rebuilt: ')) rebuilds.failures.push(said.slice('not rebuilt: '.length));
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    void ended.then(() => reject(new Error(`The engine ended before it was ready: ${errors}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    rebuilds,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
