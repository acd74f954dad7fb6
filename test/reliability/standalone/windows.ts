export type Work = 'append' | 'append to totals' | 'roll-up';

/** How often and how quickly work was done, window by window. What began in one window counts there. */
export class Windows {
  private readonly windows: Map<Work, number[]>[] = [];
  private open: Map<Work, number[]> | undefined;

  /** A window ends, if one is open, and the next begins. */
  next(): void {
    this.open = new Map();
    this.windows.push(this.open);
  }

  end(): void {
    this.open = undefined;
  }

  async timed<Result>(work: Work, doing: () => Promise<Result>): Promise<Result> {
    const window = this.open;
    const begun = performance.now();
    const result = await doing();
    const took = performance.now() - begun;
    if (window?.has(work)) window.get(work)!.push(took);
    else window?.set(work, [took]);
    return result;
  }

  /** Times and median milliseconds in each window. */
  of(work: Work): readonly { readonly times: number; readonly median: number }[] {
    return this.windows.map((window) => {
      const took = (window.get(work) ?? []).toSorted((a, b) => a - b);
      return { times: took.length, median: took[took.length >> 1] ?? 0 };
    });
  }
}
