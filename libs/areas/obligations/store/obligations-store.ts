import type { IsoDate } from '#domain/kernel/date.js';
import type { ObligationState } from '../ask/obligation-state.js';
import type { How } from '../fold/obligation-row.js';
import type { ObligationKind } from '../kinds.js';

/** An obligation with how it stands on the day asked about. */
export interface StoredObligation {
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly contract: string;
  readonly contractTitle: string;
  /** Blank: the authority. */
  readonly provider: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly about: string;
  readonly dueOn: IsoDate | null;
  readonly how: How;
  readonly extension: 'asked' | 'granted' | 'refused' | null;
  readonly missed: boolean;
  readonly setAside: boolean;
  readonly beforeRecord: boolean;
  readonly closedOn: IsoDate | null;
  readonly state: ObligationState;
}

/** Which obligations. What is null does not matter. */
export interface WantedObligations {
  /** As known then; null: as far as the obligations are folded. */
  readonly position: number | null;
  /** The day on which states are judged. */
  readonly on: IsoDate;
  /** It lies before the day of the moment: what was met since was not met on it. */
  readonly past?: boolean;
  /** From this provider; blank: from the authority. */
  readonly provider: string | null;
  readonly contract: string | null;
  /** Of one of these kinds. */
  readonly kinds: readonly ObligationKind[] | null;
  /** In one of these states. */
  readonly states: readonly ObligationState[] | null;
  /** Due on this day or before it. */
  readonly dueBy: IsoDate | null;
  /** Due later than this day. */
  readonly dueAfter: IsoDate | null;
}

/** A part of them, by the day on which they are due (what has none at the end), then by key. */
export interface ObligationsQuestion extends WantedObligations {
  /** Go on after this one. */
  readonly after: { readonly dueOn: IsoDate | null; readonly obligation: string } | null;
  readonly limit: number;
}

/** All that is read here is of one moment. */
export interface ObligationsView {
  /** How far the obligations are folded. */
  readonly position: number;
  obligations(question: ObligationsQuestion): Promise<readonly StoredObligation[]>;
  /** How many there are in each state; states that none is in are left out. */
  countByState(wanted: WantedObligations): Promise<ReadonlyMap<ObligationState, number>>;
}

/** Reads what the fold wrote. Two adapters: PostgreSQL and memory. */
export interface ObligationsStore {
  /** `atLeast`: waits until the obligations are folded up to that position. */
  read<Result>(authority: string, work: (view: ObligationsView) => Promise<Result>, atLeast?: number): Promise<Result>;
}

/** Waits until the obligations of an authority are folded up to a position, or refuses. Bound by the app. */
export type ReachPosition = (authority: string, position: number) => Promise<void>;

/** What Nest injects the store by. */
export const OBLIGATIONS_STORE = Symbol('ObligationsStore');
