import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered, Load } from './load-client.js';

export type { Answered } from './load-client.js';

/** A process that sends requests. */
export interface LoadClient {
  send(load: Load): Promise<Answered>;
  stop(): void;
}

export function startLoadClient(): LoadClient {
  const script = fileURLToPath(new URL('./load-client.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', fileURLToPath(new URL('../../support/from-source.mjs', import.meta.url))] });
  return {
    send: (load) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`The process that sends requests ended with ${code}.`));
        child.once('exit', ended);
        child.once('message', (message: { answered?: Answered; failed?: string }) => {
          child.off('exit', ended);
          if (message.answered) resolve(message.answered);
          else reject(new Error(message.failed));
        });
        child.send(load);
      }),
    stop: () => void child.disconnect(),
  };
}

/** A POST as it goes over the wire. */
export function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({ Host: '127.0.0.1', 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)), ...headers });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`;
}
