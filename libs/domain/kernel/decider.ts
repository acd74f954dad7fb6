import type { NewEvent } from './event.js';

/** What a stream knows, and how a fact changes it. Both functions are pure. */
export interface Evolution<State, Event extends NewEvent = NewEvent> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
}

/** A decision: the rules by which a command, on a state, becomes facts, or is refused (`Refusal`). Pure. */
export type Decide<State, Command, Event extends NewEvent = NewEvent> = (
  state: State,
  command: Command,
) => readonly Event[];

/** Folds events onto a state, the oldest first. */
export function fold<State, Event extends NewEvent>(
  evolution: Evolution<State, Event>,
  events: Iterable<Event>,
  from: State = evolution.initial,
): State {
  let state = from;
  for (const event of events) state = evolution.evolve(state, event);
  return state;
}
