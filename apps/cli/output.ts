/** Where a command's answer goes: to standard output; everything else goes to standard error. */
export class Output {
  constructor(
    readonly json: boolean,
    private readonly out: NodeJS.WritableStream,
    private readonly err: NodeJS.WritableStream,
  ) {}

  /** One JSON document, or the words for people. */
  answer(document: object, words: () => string): void {
    this.out.write(this.json ? `${JSON.stringify(document, null, 2)}\n` : `${words()}\n`);
  }

  /** A line for the person at the keyboard. */
  say(line: string): void {
    this.err.write(`${line}\n`);
  }
}
