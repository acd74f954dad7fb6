import type { Random } from '../../../support/generate-events/random.js';
import { cleared, counted, rateSet, type ToyFact } from '../../../support/toy-ledger.js';

/** What must stand in the tables once a position is folded. */
export interface Expected {
  /** Rows of the journal. */
  readonly rows: number;
  /** What all counters are worth together: the sum of the journal, of the totals, and of what is present. */
  readonly worth: number;
  /** Events of counters, as the totals count them. */
  readonly events: number;
}

interface Counter {
  count: number;
  events: number;
}

/** One authority's ledger as it was sent. */
interface Account {
  readonly counters: Map<string, Counter>;
  rate: number;
  /** By position, from 0 on. */
  readonly expected: Expected[];
}

/**
 * What was appended, and what follows from it by arithmetic: a counter is worth its count times the present rate,
 * whatever the order in which it came about. Knows nothing of folds.
 */
export class Book {
  private readonly accounts = new Map<string, Account>();

  get authorities(): readonly string[] {
    return [...this.accounts.keys()];
  }

  /** Writes down facts that the ledger has taken, the last of them at a position. */
  note(authority: string, facts: readonly ToyFact[], last: number): void {
    const account = this.account(authority);
    if (account.expected.length + facts.length !== last + 1) {
      throw new Error(`The ledger put ${facts.length} facts after ${account.expected.length - 1} at ${last}.`);
    }
    for (const fact of facts) account.expected.push(this.next(account, fact));
  }

  head(authority: string): number {
    return this.account(authority).expected.length - 1;
  }

  at(authority: string, position: number): Expected | undefined {
    return this.account(authority).expected[position];
  }

  /** What each counter is worth in the end, with its events. */
  counters(authority: string): ReadonlyMap<string, { readonly worth: number; readonly events: number }> {
    const { counters, rate } = this.account(authority);
    return new Map([...counters].map(([name, { count, events }]) => [name, { worth: count * rate, events }]));
  }

  private account(authority: string): Account {
    let account = this.accounts.get(authority);
    if (account === undefined) {
      account = { counters: new Map(), rate: 1, expected: [{ rows: 0, worth: 0, events: 0 }] };
      this.accounts.set(authority, account);
    }
    return account;
  }

  private next(account: Account, { stream, type, payload }: ToyFact): Expected {
    const before = account.expected.at(-1)!;
    const counting = [...account.counters.values()].filter(({ count }) => count !== 0);
    if (type === 'RateSet') {
      account.rate = (payload as { rate: number }).rate;
      return { rows: before.rows + counting.length, worth: worthOf(account), events: before.events };
    }
    const counter = account.counters.get(stream) ?? { count: 0, events: 0 };
    account.counters.set(stream, counter);
    counter.events += 1;
    counter.count = type === 'Cleared' ? 0 : counter.count + (payload as { by: number }).by;
    return { rows: before.rows + 1, worth: worthOf(account), events: before.events + 1 };
  }
}

function worthOf({ counters, rate }: Account): number {
  let count = 0;
  for (const counter of counters.values()) count += counter.count;
  return count * rate;
}

/** So many facts: mostly something counted, now and then a counter cleared, or the rate changed. */
export function someFacts(random: Random, length: number, counters = 9): ToyFact[] {
  const counter = (): string => `c${random.between(1, counters)}`;
  return Array.from({ length }, () =>
    random.weighted<() => ToyFact>([
      [90, () => counted(counter(), random.between(1, 100))],
      [5, () => cleared(counter())],
      [5, () => rateSet(random.between(1, 9))],
    ])(),
  );
}
