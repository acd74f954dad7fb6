import type { ContractState } from '#domain/contract/state.js';

/** A contract as it stands, with what its bid says, by commitment; a sentence that was erased reads “erased”. */
export interface StandingContract {
  readonly state: ContractState;
  /** How people name the manager. */
  readonly manager: string;
  readonly bidSentences: ReadonlyMap<string, string | null>;
}
