import { keeping, type Written } from '#domain/contract/state-text.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import { fromExactJson, toExactJson } from '#domain/kernel/exact-json.js';
import type { Requests } from './requests.js';
import type { Turn } from './turns.js';

/** The turns of a delivery report, with the commitment that it belongs to. */
export interface ReportTurns {
  readonly commitment: string;
  readonly turns: readonly Turn[];
}

/** What the obligations of one contract follow from, but for the calendar. The maps are changed in place, as a fold may. */
export interface ObligationsState {
  readonly contract: ContractState;
  /** By report. */
  readonly turns: Map<string, ReportTurns>;
  /** By `provider/from/to`. */
  readonly requests: Map<string, Requests>;
}

export const nothingOwed = (): ObligationsState => ({ contract: notRegistered, turns: new Map(), requests: new Map() });

interface Stored {
  readonly contract: Written;
  readonly turns: readonly (readonly [string, ReportTurns])[];
  readonly requests: readonly (readonly [string, Requests])[];
}

export const obligationsCodec = {
  encode: ({ contract, turns, requests }: ObligationsState): string => toExactJson({ contract, turns: [...turns], requests: [...requests] }),
  decode: (text: string): ObligationsState => {
    const { contract, turns, requests } = fromExactJson(text) as Stored;
    return { contract: keeping(contract), turns: new Map(turns), requests: new Map(requests) };
  },
};
