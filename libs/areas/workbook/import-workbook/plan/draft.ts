import type { Evolution } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';

interface Standing {
  /** The version that was found in the ledger. */
  readonly found: number;
  state: unknown;
}

/** How many streams are read at a time. */
const AT_A_TIME = 8;

/**
 * The ledger as it would be: the streams that were found, and the facts decided since. Nothing is written.
 */
export class Draft {
  private readonly streams = new Map<string, Standing>();

  constructor(
    private readonly ledger: Pick<Ledger, 'readStream'>,
    private readonly authority: string,
  ) {}

  /** Reads streams and folds them; decisions see only streams that were read. */
  async read<State>(streams: Iterable<string>, evolution: Evolution<State>): Promise<void> {
    const wanted = [...new Set(streams)].filter((stream) => !this.streams.has(stream));
    for (let from = 0; from < wanted.length; from += AT_A_TIME) {
      await Promise.all(wanted.slice(from, from + AT_A_TIME).map((stream) => this.readOne(stream, evolution)));
    }
  }

  has(stream: string): boolean {
    return this.streams.has(stream);
  }

  state<State>(stream: string): State {
    const standing = this.streams.get(stream);
    if (!standing) throw new Error(`The stream ${stream} was not read before a decision looked at it.`);
    return standing.state as State;
  }

  /** Takes facts that were decided on a stream. */
  add<State>(stream: string, evolution: Evolution<State>, events: readonly NewEvent[]): void {
    const standing = this.streams.get(stream)!;
    let state = standing.state as State;
    for (const event of events) state = evolution.evolve(state, event);
    standing.state = state;
  }

  /** The version at which a stream was found in the ledger. */
  found(stream: string): number {
    return this.streams.get(stream)!.found;
  }

  private async readOne<State>(stream: string, evolution: Evolution<State>): Promise<void> {
    let state = evolution.initial;
    let found = 0;
    for (const event of await this.ledger.readStream(this.authority, stream)) {
      state = evolution.evolve(state, event);
      found = event.version;
    }
    this.streams.set(stream, { found, state });
  }
}
