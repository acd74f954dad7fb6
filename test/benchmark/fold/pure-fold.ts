import type { RecordedEvent } from '#domain/kernel/event.js';
import type { AnyProjection, AnyRows } from '#engine/projections/projection.js';

/**
 * A projection's pure functions, applied to one event after the other with every state kept in memory: the fold that
 * both the engine and the peer run, without an engine around it.
 */
export class PureFold {
  private readonly states = new Map<string, unknown>();
  private shared: unknown;

  constructor(private readonly projection: AnyProjection) {
    this.shared = projection.shared?.initial;
  }

  fold(event: RecordedEvent, rows: AnyRows): void {
    const { projection } = this;
    const before = this.shared;
    const after = projection.shared ? projection.shared.fold(before, event) : before;
    this.shared = after;
    const around = { before, after };
    projection.rows?.(event, around, rows);
    if (projection.state?.of(event.stream) && projection.fold) {
      this.states.set(event.stream, projection.fold(this.state(event.stream), event, around, rows));
    }
    for (const stream of projection.alsoConcerns?.(event, around) ?? []) {
      if (stream !== event.stream) projection.concerned?.(this.state(stream), stream, event, around, rows);
    }
  }

  private state(stream: string): unknown {
    return this.states.get(stream) ?? this.projection.state!.initial(stream);
  }
}
