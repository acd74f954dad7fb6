import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WritingNews, WritingOrders } from './writing-process.js';

const HOME = fileURLToPath(new URL('../../../../', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./writing-process.ts', import.meta.url));

/** A process that writes. */
export interface Writing {
  /** Kills it once so many answers have come, if it has not ended before. */
  killAfter(answers: number): void;
  /** How it ended: killed, or done with its orders. Rejects where it failed. */
  readonly ended: Promise<'killed' | 'done'>;
}

export function startWriting(orders: WritingOrders, count: (what: string) => void): Writing {
  const child: ChildProcess = spawn(process.execPath, ['--import', './test/support/from-source.mjs', PROGRAM, JSON.stringify(orders)], {
    cwd: HOME,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  let answers = 0;
  let fatal = Infinity;
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.on('message', ({ count: what }: WritingNews) => {
    count(what);
    if (what === 'answered' && ++answers >= fatal) child.kill('SIGKILL');
  });
  const ended = new Promise<'killed' | 'done'>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('done');
      else reject(new Error(`The writing process ended with ${signal ?? code}: ${said}`));
    });
  });
  return { ended, killAfter: (number) => void (fatal = number) };
}
