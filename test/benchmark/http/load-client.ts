/**
 * Sends requests as fast as they are answered, over so many connections, from a process of its own. Sockets and bytes
 * instead of a client library, which would take more of the machine than the server that is measured.
 */
import { connect, type Socket } from 'node:net';

/** What the parent process sends. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Whole requests, as they go over the wire. */
  readonly requests: readonly string[];
}

/** What it is told. */
export interface Answered {
  readonly seconds: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** The first answer of each status, for a failure to be read. */
  readonly firstOf: Readonly<Record<string, string>>;
  /** In milliseconds, by request. */
  readonly took: readonly number[];
}

const HEAD_ENDS = Buffer.from('\r\n\r\n');

async function sendAll({ port, connections, requests }: Load): Promise<Answered> {
  const bytes = requests.map((request) => Buffer.from(request));
  const sockets = await Promise.all(Array.from({ length: Math.min(connections, bytes.length) }, () => opened(port)));
  const byStatus: Record<string, number> = {};
  const firstOf: Record<string, string> = {};
  const took: number[] = new Array<number>(bytes.length);
  let next = 0;
  const began = performance.now();
  await Promise.all(sockets.map(async (socket) => {
    const answers = new Answers(socket);
    while (next < bytes.length) {
      const place = next++;
      const sent = performance.now();
      socket.write(bytes[place]!);
      const { status, body } = await answers.next();
      took[place] = performance.now() - sent;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      firstOf[status] ??= body.toString();
    }
  }));
  const seconds = (performance.now() - began) / 1_000;
  for (const socket of sockets) socket.destroy();
  return { seconds, byStatus, firstOf, took };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

interface Answer {
  readonly status: string;
  readonly body: Buffer;
}

/** The answers that come over one connection, one at a time; each states its length. */
class Answers {
  private held: Buffer = Buffer.alloc(0);
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  constructor(socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
      this.look();
    });
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection.')));
  }

  next(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.look();
    });
  }

  private look(): void {
    const end = this.held.indexOf(HEAD_ENDS);
    if (end < 0 || !this.waiting) return;
    const head = this.held.toString('latin1', 0, end);
    const stated = /\r\ncontent-length: *(\d+)/i.exec(head);
    if (!stated) return this.waiting.reject(new Error(`An answer without its length:\n${head}`));
    const length = end + HEAD_ENDS.length + Number(stated[1]);
    if (this.held.length < length) return;
    const { resolve } = this.waiting;
    this.waiting = undefined;
    const body = this.held.subarray(end + HEAD_ENDS.length, length);
    this.held = this.held.subarray(length);
    resolve({ status: head.slice(9, 12), body });
  }
}

process.on('message', (load: Load) => {
  sendAll(load).then(
    (answered) => process.send!({ answered }),
    (error: Error) => process.send!({ failed: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
