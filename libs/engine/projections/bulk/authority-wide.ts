import type { RecordedEvent } from '#domain/kernel/event.js';
import { FoldFailure } from '../failures.js';
import type { AnyProjection, AnyRows, SharedAround } from '../projection.js';

/** An event from elsewhere that concerns a stream, with what the authority knew around it. */
export interface Concern {
  readonly event: RecordedEvent;
  readonly around: SharedAround<unknown>;
}

const none: readonly Concern[] = [];

/**
 * What an authority knew at each position, so that streams can be folded one after another: made from the few events
 * that make a difference to others, in the order of the ledger.
 */
export class AuthorityWide {
  /** The position since which each state holds; the first holds from the beginning. */
  readonly #since: number[] = [0];
  readonly #states: unknown[];
  readonly #concerns = new Map<string, Concern[]>();
  #last: unknown;

  constructor(
    private readonly projection: AnyProjection,
    private readonly rows: AnyRows,
  ) {
    this.#last = projection.shared?.initial;
    this.#states = [this.#last];
  }

  /** The state after all events taken so far. */
  get last(): unknown {
    return this.#last;
  }

  /** Takes the next event. Of a stream without a state, it states the event's rows too. */
  take(event: RecordedEvent): void {
    try {
      this.#take(event);
    } catch (cause) {
      throw new FoldFailure(event, cause);
    }
  }

  #take(event: RecordedEvent): void {
    const { projection } = this;
    const before = this.#last;
    const after = projection.shared === undefined ? before : (projection.shared.fold(before, event) as unknown);
    const around = { before, after };
    for (const stream of projection.alsoConcerns?.(event, around) ?? []) {
      if (stream === event.stream) continue;
      const concerns = this.#concerns.get(stream);
      if (concerns === undefined) this.#concerns.set(stream, [{ event, around }]);
      else concerns.push({ event, around });
    }
    if (projection.state?.of(event.stream) !== true) projection.rows?.(event, around, this.rows);
    this.#last = after;
    if (before === after || projection.byStream?.sameToStreams?.(before, after) === true) return;
    this.#since.push(event.position);
    this.#states.push(after);
  }

  /** The events from elsewhere that concern a stream, in order. */
  concerning(stream: string): readonly Concern[] {
    return this.#concerns.get(stream) ?? none;
  }

  /** What was known before and after an event of a stream. */
  around(position: number): SharedAround<unknown> {
    const at = this.#at(position);
    const after = this.#states[at];
    return { before: this.#since[at] === position ? this.#states[at - 1] : after, after };
  }

  /** The last state that held at a position. */
  #at(position: number): number {
    let low = 0;
    let high = this.#since.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#since[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
