/** How fast callers were answered over a time. */
export class Pace {
  private readonly waits: number[] = [];
  private readonly begun = performance.now();
  private ended = Infinity;

  get answers(): number {
    return this.waits.length;
  }

  async timed<Result>(call: () => Promise<Result>): Promise<Result> {
    const sent = performance.now();
    const result = await call();
    this.waits.push(performance.now() - sent);
    return result;
  }

  end(): void {
    this.ended = performance.now();
  }

  get perSecond(): number {
    return (1_000 * this.answers) / (Math.min(this.ended, performance.now()) - this.begun);
  }

  toString(): string {
    const sorted = this.waits.toSorted((a, b) => a - b);
    const share = (part: number): string => (sorted[Math.ceil(sorted.length * part) - 1] ?? 0).toFixed(1);
    return `${this.perSecond.toFixed(0)} appends/s, median ${share(0.5)} ms, 99th percentile ${share(0.99)} ms`;
  }
}
