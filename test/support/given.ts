import { contractEvolution } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';

/**
 * Given what happened to a contract, when a command is decided, then these facts follow, or it is refused:
 * `given(contractRegistered()).when((state) => decide(state, command)).then('DeliveryValidated')`.
 */
export function given(...past: readonly NewEvent[]) {
  const state = fold(contractEvolution, past);
  return {
    state,
    when: (decide: (state: ContractState) => readonly NewEvent[]) => ({
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
}
