import type { RecordedEvent } from '#domain/kernel/event.js';
import { FoldFailure } from '../failures.js';
import type { AnyProjection, AnyRows, SharedAround } from '../projection.js';
import type { StoredState } from '../store.js';
import type { AuthorityWide, Concern } from './authority-wide.js';

/** A state of fewer events than these is made again from its stream about as soon as it is written and read. */
const WORTH_STORING = 2_000;

/** A stream being folded from its first event to its last, with the events from elsewhere where they come in between. */
export class OneStream {
  readonly #concerns: readonly Concern[];
  #concerned = 0;
  #state: unknown;
  #version = 0;
  #position = 0;

  constructor(
    private readonly projection: AnyProjection,
    readonly stream: string,
    private readonly wide: AuthorityWide,
    private readonly rows: AnyRows,
  ) {
    this.#state = projection.state!.initial(stream);
    this.#concerns = wide.concerning(stream);
  }

  fold(event: RecordedEvent): void {
    if (event.version !== this.#version + 1) {
      throw new Error(`The ledger answered version ${event.version} of ${event.stream} after version ${this.#version}.`);
    }
    this.#concern(event.position);
    this.#blaming(event, this.wide.around(event.position), (around) => {
      this.projection.rows?.(event, around, this.rows);
      if (this.projection.fold !== undefined) this.#state = this.projection.fold(this.#state, event, around, this.rows);
    });
    this.#version = event.version;
    this.#position = event.position;
  }

  /** Ends the stream; answers its state if that is worth storing. */
  end(): StoredState | undefined {
    this.#concern(Number.POSITIVE_INFINITY);
    if (this.#version < WORTH_STORING) return undefined;
    const text = this.projection.state!.encode(this.#state);
    return { stream: this.stream, version: this.#version, position: this.#position, text };
  }

  /** Looks from the stream at the events from elsewhere before a position. */
  #concern(before: number): void {
    for (; this.#concerned < this.#concerns.length; this.#concerned += 1) {
      const { event, around } = this.#concerns[this.#concerned]!;
      if (event.position > before) return;
      this.#blaming(event, around, () => this.projection.concerned?.(this.#state, this.stream, event, around, this.rows));
    }
  }

  #blaming(event: RecordedEvent, around: SharedAround<unknown>, work: (around: SharedAround<unknown>) => void): void {
    try {
      work(around);
    } catch (cause) {
      throw new FoldFailure(event, cause);
    }
  }
}
