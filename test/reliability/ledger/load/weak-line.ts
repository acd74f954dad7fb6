import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Random } from '../../../support/generate-events/random.js';

/** One connection from the application to the database. */
interface Line {
  readonly application: Socket;
  readonly database: Socket;
}

/** A way to PostgreSQL that can be cut: a small TCP proxy between the application and the database. */
export class WeakLine {
  private readonly lines = new Set<Line>();
  private readonly atNextRequest: (() => void)[] = [];
  private readonly atNextAnswer: (() => void)[] = [];
  private readonly requestsSeen: (() => void)[] = [];
  /** How often it was cut so far. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    /** The database's address, by way of this line. */
    readonly url: string,
  ) {}

  static async to(url: string): Promise<WeakLine> {
    const target = new URL(url);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const weak = new URL(url);
    weak.port = String((server.address() as AddressInfo).port);
    const line = new WeakLine(server, weak.href);
    server.on('connection', (application) => line.connect(application, createConnection(Number(target.port), target.hostname)));
    return line;
  }

  /** Cuts one connection, whatever it carries now. */
  cutOne(random: Random): void {
    if (this.lines.size > 0) this.cut(random.pick([...this.lines]));
  }

  /** Cuts the connection that carries the next request, half of which arrives; answers whether one came in time. */
  cutInRequest(within: number): Promise<boolean> {
    return inTime(this.atNextRequest, within);
  }

  /** Cuts the connection that carries the next answer, of which nothing arrives: what was asked for has been done. */
  cutBeforeAnswer(within: number): Promise<boolean> {
    return inTime(this.atNextAnswer, within);
  }

  /** Resolves when the next request has been sent on. */
  nextRequest(): Promise<void> {
    return new Promise((seen) => this.requestsSeen.push(seen));
  }

  /** From now on connections that are open carry nothing any more, and nobody is told. New ones work. */
  fallSilent(): void {
    for (const { application, database } of this.lines) {
      for (const end of [application, database]) end.removeAllListeners('data').resume();
    }
  }

  async close(): Promise<void> {
    for (const line of this.lines) this.end(line);
    await new Promise((closed) => this.server.close(closed));
  }

  private connect(application: Socket, database: Socket): void {
    const line = { application, database };
    this.lines.add(line);
    for (const end of [application, database]) {
      end.setNoDelay(true);
      end.on('error', () => this.end(line));
      end.on('close', () => this.end(line));
    }
    application.on('data', (chunk: Buffer) => {
      const cut = this.atNextRequest.shift();
      if (!cut) {
        database.write(chunk);
        return this.requestsSeen.shift()?.();
      }
      database.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => this.cut(line));
      cut();
    });
    database.on('data', (chunk: Buffer) => {
      const cut = this.atNextAnswer.shift();
      if (!cut) return void application.write(chunk);
      this.cut(line);
      cut();
    });
  }

  private cut(line: Line): void {
    if (this.lines.has(line)) this.cuts++;
    this.end(line);
  }

  private end(line: Line): void {
    this.lines.delete(line);
    line.application.destroy();
    line.database.destroy();
  }
}

/** Waits in a queue for its turn, so many milliseconds; answers whether it came. */
function inTime(queue: (() => void)[], within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const turn = (): void => (clearTimeout(late), resolve(true));
    const late = setTimeout(() => {
      queue.splice(queue.indexOf(turn), 1);
      resolve(false);
    }, within);
    queue.push(turn);
  });
}
