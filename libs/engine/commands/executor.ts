import type { NewEvent } from '#domain/kernel/event.js';
import type { Evolution } from '#domain/kernel/decider.js';
import { refuse, Refusal } from '#domain/kernel/refusal.js';
import type { Ledger, Reference } from '#engine/ledger/ledger.js';
import { StateCache, type StreamState } from './state-cache.js';
import { Turns } from './turns.js';

/** Who asks, for which authority, under which command id. */
export interface CommandContext {
  readonly authority: string;
  /** From `Idempotency-Key`: the same id with the same request answers the first result. */
  readonly commandId: string;
  /** SHA-256, hexadecimal, of the request in canonical form, with people as their opaque ids. */
  readonly requestHash: string;
  /** The opaque id of the person who acts. */
  readonly actor: string;
  /** The version that the caller saw (`If-Match`); a later one is refused and never decided again. */
  readonly ifMatch?: number;
}

/** What a decision comes to: facts, the references that they take, and what the command answers. */
export interface Decided {
  readonly events: readonly NewEvent[];
  readonly references?: readonly Reference[];
  readonly answer?: object;
}

/** What every command answers. */
export interface CommandAnswer {
  readonly id: string;
  readonly position: number;
  readonly version: number;
}

/** How often a command is decided again when something else got in between (INTERFACE.md: five times). */
const DECIDE_AGAIN = 5;

/** The events behind the states that are kept: some 300 bytes of memory each, so about 120 MB. */
const EVENTS_BEHIND_STATES = 400_000;

/**
 * Loads a stream's state, decides, appends; decides again on a conflict. On a stream whose state is at hand that is one
 * round trip: whether the command was recorded before is what the append finds out under its lock.
 */
export class CommandExecutor {
  private readonly cache = new StateCache(EVENTS_BEHIND_STATES);
  private readonly turns = new Turns();

  constructor(private readonly ledger: Ledger) {}

  /**
   * Runs one command on one stream. The answer's `id` is `answer.id` of the decision.
   * @throws Refusal of kind `conflict` when the stream kept changing, `stale` when `If-Match` names an old version,
   * `not found` for an authority without a ledger, or whatever `decide` refuses.
   */
  async execute<State>(
    context: CommandContext,
    stream: string,
    evolution: Evolution<State>,
    decide: (state: State) => Decided | Promise<Decided>,
  ): Promise<CommandAnswer> {
    try {
      return await this.turns.take(`${context.authority}\n${stream}`, () => this.decideAndAppend(context, stream, evolution, decide));
    } catch (failure) {
      // Sent again, a command may fail at what it recorded itself: then what it was answered is its answer.
      const earlier = await this.earlierAnswer(context, stream).catch((inItsTurn: unknown) => {
        throw inItsTurn instanceof Refusal ? inItsTurn : failure;
      });
      if (earlier) return earlier;
      throw failure;
    }
  }

  /** What this command was answered before, if it was. */
  private async earlierAnswer({ authority, commandId, requestHash }: CommandContext, stream: string): Promise<CommandAnswer | undefined> {
    const earlier = await this.ledger.recorded(authority, commandId);
    if (earlier && earlier.requestHash !== requestHash) refuseAnotherRequest(commandId);
    return earlier && answerOf(earlier, stream);
  }

  private async decideAndAppend<State>(
    context: CommandContext,
    stream: string,
    evolution: Evolution<State>,
    decide: (state: State) => Decided | Promise<Decided>,
  ): Promise<CommandAnswer> {
    const { authority, commandId, requestHash, actor } = context;
    let loaded = this.cache.get<State>(authority, stream) ?? (await this.load(authority, stream, evolution));
    for (let again = 0; again <= DECIDE_AGAIN; again++) {
      if (context.ifMatch !== undefined && context.ifMatch !== loaded.version) {
        loaded = await this.load(authority, stream, evolution, loaded);
        if (context.ifMatch !== loaded.version) refuseStale(context.ifMatch, loaded.version);
      }
      const decided = await this.decideOnFresh(authority, stream, evolution, loaded, decide);
      loaded = decided.on;
      const outcome = await this.ledger.append({
        authority,
        commandId,
        requestHash,
        actor,
        writes: [{ stream, expectedVersion: loaded.version, events: decided.events }],
        references: decided.references ?? [],
        answer: decided.answer ?? {},
      });
      switch (outcome.outcome) {
        case 'appended': {
          let state = loaded.state;
          for (const event of decided.events) state = evolution.evolve(state, event);
          this.cache.set(authority, stream, { version: loaded.version + decided.events.length, state });
          return answerOf(outcome, stream);
        }
        case 'repeated':
          return answerOf(outcome, stream);
        case 'another request':
          return refuseAnotherRequest(commandId);
        case 'unknown authority':
          return refuse('authority', authority, 'must have a ledger', 'Open it first, or mend the code in the address.', 'not found');
        case 'reference taken':
          return refuse(
            'reference',
            outcome.reference,
            `must not be another ${outcome.kind}’s in this authority`,
            'Choose another reference.',
            'conflict',
          );
        case 'version conflict':
          if (context.ifMatch !== undefined) refuseStale(context.ifMatch, outcome.actual);
          loaded = await this.load(authority, stream, evolution, loaded);
      }
    }
    return refuse('version', loaded.version, 'must stand still while a command is decided', 'Send the command again.', 'conflict');
  }

  /** A stream's state now, for decisions that look beyond their own stream. */
  async stateOf<State>(authority: string, stream: string, evolution: Evolution<State>): Promise<State> {
    return (await this.load(authority, stream, evolution, this.cache.get<State>(authority, stream))).state;
  }

  /** Decides; if a cached state led to a refusal, looks once more at what was recorded meanwhile. */
  private async decideOnFresh<State>(
    authority: string,
    stream: string,
    evolution: Evolution<State>,
    loaded: StreamState<State>,
    decide: (state: State) => Decided | Promise<Decided>,
  ): Promise<Decided & { on: StreamState<State> }> {
    try {
      return { ...(await decide(loaded.state)), on: loaded };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const fresh = await this.load(authority, stream, evolution, loaded);
      if (fresh.version === loaded.version) throw error;
      return { ...(await decide(fresh.state)), on: fresh };
    }
  }

  /** Folds what was recorded after a state, and keeps the result. */
  private async load<State>(
    authority: string,
    stream: string,
    evolution: Evolution<State>,
    from: StreamState<State> = { version: 0, state: evolution.initial },
  ): Promise<StreamState<State>> {
    let { state, version } = from;
    for (const event of await this.ledger.readStream(authority, stream, version)) {
      state = evolution.evolve(state, event);
      version = event.version;
    }
    const loaded = { version, state };
    this.cache.set(authority, stream, loaded);
    return loaded;
  }
}

function answerOf(placed: { position: number; versions: Readonly<Record<string, number>>; answer: object }, stream: string): CommandAnswer {
  const { id = '' } = placed.answer as { id?: string };
  return { id, position: placed.position, version: placed.versions[stream] ?? 0 };
}

function refuseAnotherRequest(commandId: string): never {
  return refuse(
    'Idempotency-Key',
    commandId,
    'must not be used again for another request',
    'Send a new key with a new request; the same key only repeats the same request.',
  );
}

function refuseStale(seen: number, actual: number): never {
  return refuse('If-Match', seen, `must be the latest version, which is ${actual}`, 'Read it again, then decide again.', 'stale');
}
