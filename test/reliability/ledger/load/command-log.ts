import { closeSync, existsSync, fsync, openSync, readFileSync, write } from 'node:fs';
import { promisify } from 'node:util';

const [writeTo, syncToDisk] = [promisify(write), promisify(fsync)];

/** A command as it was sent. Its nth event (from 0, over all of its writes) is a note that says `<id>#<n>`. */
export interface LoggedCommand {
  readonly id: string;
  readonly authority: string;
  readonly requestHash: string;
  readonly how: 'append' | 'import';
  readonly writes: readonly { readonly stream: string; readonly expected: number; readonly events: number }[];
  readonly reference?: string;
}

/** What a command was answered, once the answer had come. */
export interface LoggedAnswer {
  readonly outcome: string;
  readonly first?: number;
  readonly position?: number;
  readonly recordedAt?: string;
  readonly versions?: Readonly<Record<string, number>>;
}

export type LogLine =
  | { readonly sent: LoggedCommand }
  | { readonly answered: string; readonly answer: LoggedAnswer }
  | { readonly failed: string; readonly why: string };

/** What a sender knows for certain: a line counts when it has reached the disk. Lines that wait travel together. */
export class CommandLog {
  private readonly file: number;
  private waiting: { line: string; kept: () => void; lost: (error: unknown) => void }[] = [];
  private writing = false;

  constructor(path: string) {
    this.file = openSync(path, 'a');
  }

  /** Resolves when the line has reached the disk. */
  keep(line: LogLine): Promise<void> {
    return new Promise((kept, lost) => {
      this.waiting.push({ line: `${JSON.stringify(line)}\n`, kept, lost });
      void this.next();
    });
  }

  close(): void {
    closeSync(this.file);
  }

  private async next(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    while (this.waiting.length > 0) {
      const lines = this.waiting;
      this.waiting = [];
      try {
        await writeTo(this.file, lines.map(({ line }) => line).join(''));
        await syncToDisk(this.file);
        for (const { kept } of lines) kept();
      } catch (error) {
        for (const { lost } of lines) lost(error);
      }
    }
    this.writing = false;
  }
}

/** The lines of a log, of which the last is left out where its writer was killed in the middle of it. */
export function readLog(path: string): LogLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as LogLine);
}

/** Commands without an answer, as they were last sent. */
export function unanswered(lines: readonly LogLine[]): LoggedCommand[] {
  const open = new Map<string, LoggedCommand>();
  for (const line of lines) if ('sent' in line) open.set(line.sent.id, line.sent);
  for (const line of lines) if ('answered' in line) open.delete(line.answered);
  return [...open.values()];
}
