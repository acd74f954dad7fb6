import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a sender sends: a command, or a workbook to import. */
export interface Sent {
  readonly key: string;
  readonly kind: 'command' | 'import';
  readonly authority: string;
  readonly path: string;
  readonly as: string;
  /** The command's body; the number of the workbook. */
  readonly body: object;
  /** What must stand in the ledger once it is recorded, each exactly once. */
  readonly leaves: readonly string[];
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Something that was sent, with every answer to it, the earliest first. */
export interface Logged extends Sent {
  readonly answers: readonly Answer[];
}

type Line = { readonly sent: Sent } | { readonly key: string; readonly answer: Answer };

/**
 * What the senders sent and what they were answered, on the disk before anything follows from it: what is asked of the
 * ledger afterwards is read from this file alone.
 */
export class SentLog {
  private readonly file: number;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'ax');
  }

  sent(sent: Sent): void {
    this.write({ sent });
  }

  answered(key: string, answer: Answer): void {
    this.write({ key, answer });
  }

  read(): readonly Logged[] {
    const logged = new Map<string, Sent & { answers: Answer[] }>();
    for (const text of readFileSync(this.path, 'utf8').split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as Line;
      if (!('sent' in line)) logged.get(line.key)!.answers.push(line.answer);
      else if (!logged.has(line.sent.key)) logged.set(line.sent.key, { ...line.sent, answers: [] });
    }
    return [...logged.values()];
  }

  close(): void {
    closeSync(this.file);
  }

  private write(line: Line): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fdatasyncSync(this.file);
  }
}

/** Whether it was told to be recorded: a command by its status, an import by what became of it. */
export function isAcknowledged({ kind, answers }: Logged): boolean {
  return answers.some(({ status, body }) => status === 201 && (kind === 'command' || (body as { status: string }).status === 'accepted'));
}
