import { keeping, type Written } from '#domain/contract/state-text.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import { fromExactJson, toExactJson } from '#domain/kernel/exact-json.js';
import type { Trail } from './trail.js';

/** What the register knows of one contract. */
export interface RegisterState {
  readonly contract: ContractState;
  /** By report; changed in place, as a fold may. */
  readonly trails: Map<string, Trail>;
  /** How many reports wait for a decision. */
  readonly undecided: number;
  /** By break clause: the entry that first agreed it. Changed in place. */
  readonly clausesSince: Map<string, number>;
}

export const nothingRegistered = (): RegisterState => ({ contract: notRegistered, trails: new Map(), undecided: 0, clausesSince: new Map() });

interface Stored {
  readonly contract: Written;
  readonly trails: readonly (readonly [string, Trail])[];
  readonly undecided: number;
  readonly clausesSince: readonly (readonly [string, number])[];
}

export const registerCodec = {
  encode: ({ contract, trails, undecided, clausesSince }: RegisterState): string =>
    toExactJson({ contract, trails: [...trails], undecided, clausesSince: [...clausesSince] }),
  decode: (text: string): RegisterState => {
    const { contract, trails, undecided, clausesSince } = fromExactJson(text) as Stored;
    return { contract: keeping(contract), trails: new Map(trails), undecided, clausesSince: new Map(clausesSince) };
  },
};
