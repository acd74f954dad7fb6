import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal, on standard error; nothing where nobody looks. */
export class Progress {
  private bar: SingleBar | undefined;

  constructor(private readonly what: string) {}

  readonly tell = (done: number, total: number): void => {
    if (!process.stderr.isTTY) return;
    if (!this.bar) {
      const options = { stream: process.stderr, format: `${this.what} {bar} {value}/{total} {percentage}% {eta_formatted}`, hideCursor: true, clearOnComplete: true };
      this.bar = new SingleBar(options, Presets.shades_classic);
      this.bar.start(total, done);
    }
    this.bar.setTotal(total);
    this.bar.update(done);
  };

  end(): void {
    this.bar?.stop();
  }
}
