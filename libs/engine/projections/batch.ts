import type { RecordedEvent } from '#domain/kernel/event.js';
import { FoldFailure } from './failures.js';
import type { AnyProjection, AnyRows } from './projection.js';
import type { HeldState } from './state-cache.js';

/** The same object for every event, so that a million events make no million of them. */
interface Around {
  before: unknown;
  after: unknown;
}

/**
 * A run of one authority's events being folded: without waiting for anything, but for states that are not at hand.
 * An event whose fold throws ends it with a `FoldFailure`.
 */
export class Batch {
  /** The states that events were folded into. */
  readonly touched = new Set<HeldState>();
  readonly #shared: Around;
  #next = 0;

  constructor(
    private readonly projection: AnyProjection,
    private readonly events: readonly RecordedEvent[],
    private readonly states: ReadonlyMap<string, HeldState>,
    shared: unknown,
    private readonly rows: AnyRows,
  ) {
    this.#shared = { before: shared, after: shared };
  }

  /** The authority-wide state after the events folded so far. */
  get shared(): unknown {
    return this.#shared.after;
  }

  /** The streams of these events whose states are not at hand, with the version that each must have. */
  missing(): ReadonlyMap<string, number> {
    const missing = new Map<string, number>();
    const { state } = this.projection;
    if (state === undefined) return missing;
    for (const { stream, version } of this.events) {
      if (!this.states.has(stream) && !missing.has(stream) && state.of(stream)) missing.set(stream, version - 1);
    }
    return missing;
  }

  /** Folds on. Answers the streams whose states it needs before the next event, or none when all are folded. */
  fold(): readonly string[] {
    for (; this.#next < this.events.length; this.#next += 1) {
      const event = this.events[this.#next] as RecordedEvent;
      try {
        const needed = this.#one(event);
        if (needed.length > 0) return needed;
      } catch (cause) {
        throw new FoldFailure(event, cause);
      }
    }
    return none;
  }

  #one(event: RecordedEvent): readonly string[] {
    const { projection } = this;
    const around = this.#shared;
    const before = around.after;
    const after = projection.shared === undefined ? before : projection.shared.fold(before, event);
    const look: Around = before === after ? around : { before, after };
    const others = projection.alsoConcerns?.(event, look) ?? none;
    if (others.length > 0) {
      const needed = others.filter((stream) => stream !== event.stream && !this.states.has(stream));
      if (needed.length > 0) return needed;
    }

    around.before = before;
    around.after = after;
    projection.rows?.(event, around, this.rows);
    if (projection.state?.of(event.stream) === true) this.#fold(event, this.states.get(event.stream), around);
    for (const stream of others) {
      const held = this.states.get(stream);
      if (stream !== event.stream && held !== undefined) {
        projection.concerned?.(held.state, stream, event, around, this.rows);
      }
    }
    around.before = after;
    return none;
  }

  #fold(event: RecordedEvent, held: HeldState | undefined, around: Around): void {
    if (held?.version !== event.version - 1) {
      throw new Error(`${event.stream} is at version ${held?.version ?? 'none'} before its version ${event.version}.`);
    }
    if (this.projection.fold !== undefined) {
      held.state = this.projection.fold(held.state, event, around, this.rows);
    }
    held.version = event.version;
    held.position = event.position;
    this.touched.add(held);
  }
}

const none: readonly string[] = [];
