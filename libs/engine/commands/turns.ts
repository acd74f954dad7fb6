/**
 * Work on one thing at a time, in the order in which it was asked for; work on different things side by side. Two
 * commands on one stream that were decided at once could not both be appended: one of them would be decided in vain.
 */
export class Turns {
  /** By what is worked on: settles when the last who asked has done. */
  private readonly last = new Map<string, Promise<unknown>>();

  take<Result>(on: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(on);
    const mine = before ? before.then(work, work) : work();
    this.last.set(on, mine);
    const done = (): void => {
      if (this.last.get(on) === mine) this.last.delete(on);
    };
    mine.then(done, done);
    return mine;
  }
}
