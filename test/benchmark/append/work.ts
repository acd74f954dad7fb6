import type { NewEvent } from '#domain/kernel/event.js';
import { history } from '../history.js';

/** So many callers, each appending to a stream of its own, one event after the other, spread over authorities. */
export interface Callers {
  readonly callers: number;
  readonly authorities: number;
  /** Events that each appends in one run. */
  readonly each: number;
}

export interface Caller {
  readonly number: number;
  readonly authority: string;
  readonly stream: string;
}

export function callersOf({ callers, authorities }: Callers): readonly Caller[] {
  return Array.from({ length: callers }, (_, number) => ({ number, authority: `authority${number % authorities}`, stream: `contract:C${number}` }));
}

export function eventsIn({ callers, each }: Callers): number {
  return callers * each;
}

/** An event to append, and the quantity it speaks of, by which sums are checked. */
export interface Appendable {
  readonly event: NewEvent;
  readonly json: string;
  /** In tenths. */
  readonly quantity: number;
}

/** Delivery reports without erasable text: the same row for everybody, in one table. */
export function appendables(seed: number, count: number): readonly Appendable[] {
  const found: Appendable[] = [];
  for (const { event } of history({ seed, events: Math.max(20_000, count * 10) })) {
    const { quantity, description } = event.payload as { quantity?: string; description?: unknown };
    if (event.type !== 'DeliveryReported' || quantity === undefined || description !== undefined) continue;
    found.push({ event, json: JSON.stringify(event.payload), quantity: Math.round(Number(quantity) * 10) });
    if (found.length === count) return found;
  }
  throw new Error(`The history holds only ${found.length} of ${count} delivery reports.`);
}

/** What all callers did over all runs, as every store must show it afterwards. */
export class Done {
  events = 0;
  /** In tenths. */
  quantity = 0;
  private readonly versions = new Map<number, number>();

  constructor(
    readonly work: Callers,
    private readonly pool: readonly Appendable[],
  ) {}

  /** Lets all callers append at once, and answers events a second. */
  async run(append: (caller: Caller, expected: number, appendable: Appendable) => Promise<void>): Promise<number> {
    const began = performance.now();
    await Promise.all(callersOf(this.work).map(async (caller) => {
      for (let place = 0; place < this.work.each; place++) {
        const appendable = this.pool[(caller.number * this.work.each + place) % this.pool.length]!;
        const expected = this.versions.get(caller.number) ?? 0;
        await append(caller, expected, appendable);
        this.versions.set(caller.number, expected + 1);
        this.events += 1;
        this.quantity += appendable.quantity;
      }
    }));
    return (eventsIn(this.work) * 1_000) / (performance.now() - began);
  }
}

/** What a store shows of it, asked by SQL. */
export interface Shown {
  readonly events: number;
  readonly streams: number;
  /** Streams whose versions are not 1, 2, 3 … without a gap. */
  readonly broken: number;
  readonly quantity: string;
}
