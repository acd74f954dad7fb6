import { contractEvolution } from '#domain/contract/contract.js';
import type { Evolution } from '#domain/kernel/decider.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';

/**
 * Given what happened to a stream, when a command is decided, then these facts follow, or it is refused:
 * `given(contractRegistered()).when((state) => decide(state, command)).then('DeliveryValidated')`.
 */
export const givenIn =
  <State>(evolution: Evolution<State>) =>
  (...past: readonly NewEvent[]) => {
    const state = fold(evolution, past);
    return {
      state,
      when: (decide: (state: State) => readonly NewEvent[]) => ({
        /** The facts that follow, by type. */
        then: (...types: readonly string[]) => {
          const facts = decide(state);
          expect(facts.map(({ type }) => type)).toEqual(types);
          return facts;
        },
        /** The command is refused for these fields. */
        thenRefused: (...fields: readonly string[]) => {
          try {
            const facts = decide(state);
            throw new Error(`It was not refused; it came to ${facts.map(({ type }) => type).join(', ')}.`);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(error.faults.map(({ field }) => field)).toEqual(fields);
            return error;
          }
        },
      }),
    };
  };

/** What happened to a contract. */
export const given = givenIn(contractEvolution);
