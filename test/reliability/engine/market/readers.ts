import { setTimeout as pause } from 'node:timers/promises';
import { Preparing } from '#engine/projections/versions.js';
import type { Reads } from '#engine/database/database.js';
import type { Random } from '../../../support/generate-events/random.js';
import type { Book } from './book.js';
import { journalIn, positionIn, subtotalsIn, totalsIn, wrongSums, type Sums } from './sums.js';

export interface Reading {
  readonly reads: Reads;
  readonly schema: string;
  readonly factor: number;
  readonly book: Book;
  readonly random: Random;
}

/** What a reader saw. */
export interface Seen {
  readonly answers: number;
  /** How often it was told that the answer is being prepared. */
  readonly refusals: number;
  /** Positions that went back, holes, doubles, in words. */
  readonly wrong: readonly string[];
}

/**
 * Somebody who asks all the time, each time for an authority's position, its journal, its totals and its subtotals, by four statements
 * of one transaction with a pause between: at no moment may they be of different moments, or of an earlier one than
 * before.
 */
export class Reader {
  answers = 0;
  refusals = 0;
  private reading = true;
  private readonly saw = new Map<string, Sums[]>();
  private readonly ended: Promise<void>;

  constructor(private readonly how: Reading) {
    this.ended = this.ask();
    // told by whoever ends it
    this.ended.catch(() => undefined);
  }

  /** Ends it, and compares what it saw with the book: call it when all is written down there. */
  async end(): Promise<Seen> {
    this.reading = false;
    await this.ended;
    const wrong = [...this.saw].flatMap(([authority, saw]) => this.wrong(authority, saw));
    return { answers: this.answers, refusals: this.refusals, wrong };
  }

  private async ask(): Promise<void> {
    const { book, random } = this.how;
    while (this.reading) {
      if (book.authorities.length > 0) await this.askOnce(random.pick(book.authorities));
      await pause(random.between(0, 2));
    }
  }

  private async askOnce(authority: string): Promise<void> {
    const { reads, schema } = this.how;
    const sums = await this.sums(reads, schema, authority);
    if (sums === undefined) return;
    this.answers += 1;
    const saw = this.saw.get(authority);
    if (saw === undefined) this.saw.set(authority, [sums]);
    else saw.push(sums);
  }

  private wrong(authority: string, saw: readonly Sums[]): string[] {
    const { schema, factor, book } = this.how;
    const who = `a reader of ${schema}, ${authority}`;
    return saw.flatMap((sums, i) => {
      const before = saw[i - 1]?.position ?? 0;
      const back = sums.position < before ? [`${who}: from ${before} back to ${sums.position}`] : [];
      return [...back, ...wrongSums(who, authority, sums, book, factor)];
    });
  }

  private async sums(reads: Reads, schema: string, authority: string): Promise<Sums | undefined> {
    const { random } = this.how;
    try {
      return await reads.read([authority], async (tx) => {
        const [position] = await tx.query(positionIn(schema), [authority]);
        await pause(random.between(0, 3));
        const [journal] = await tx.query(journalIn(schema), [authority]);
        await pause(random.between(0, 3));
        const [totals] = await tx.query(totalsIn(schema), [authority]);
        const [subtotals] = await tx.query(subtotalsIn(schema), [authority]);
        return { ...position, ...journal, ...totals, ...subtotals } as unknown as Sums;
      });
    } catch (failure) {
      if (!(failure instanceof Preparing)) throw failure;
      this.refusals += 1;
      return undefined;
    }
  }
}
