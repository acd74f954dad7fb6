import type { Frequency, Span } from './days.js';
import type { CommitmentTerms, ContractTerms, Factors } from './stored-event.js';

/** What stands in an authority's ledger after some of its entries. */
export interface Standing {
  readonly contracts: Map<string, Contract>;
  /** By provider. */
  readonly providerTypes: Map<string, string>;
  /** The latest year closed, and with it all before. */
  closedThrough: string | undefined;
}

export interface Contract {
  readonly reference: string;
  terms: ContractTerms;
  /** Empty: the lead has 100. */
  members: readonly { readonly provider: string; readonly share: string }[];
  frequency: Frequency | undefined;
  completedOn: string | undefined;
  readonly returns: (Span & { readonly provider: string })[];
  readonly commitments: Map<string, Commitment>;
}

export interface Commitment {
  readonly reference: string;
  terms: CommitmentTerms;
  withdrawn: boolean;
  /** By their dates. */
  readonly targets: Map<string, Target>;
  /** By member and dates. */
  readonly openings: Map<string, Opening>;
  /** A first report and its corrections, in the order in which they were recorded. */
  readonly chains: Report[][];
}

export interface Target extends Span {
  readonly quantity: string;
  readonly position: number;
}

export interface Opening extends Span {
  readonly provider: string | null;
  readonly quantity: string;
  readonly attested: boolean;
  readonly position: number;
}

export interface Report extends Span {
  readonly reference: string;
  readonly provider: string | null;
  /** As people typed it, hours × people multiplied out, in millionths; undefined for a text. */
  readonly typed: bigint | undefined;
  /** The kind of each piece of evidence, by the piece's id. */
  readonly evidence: Map<string, string>;
  /** What the evidence supports, as typed; null: all of it. */
  supports: string | null;
  readonly position: number;
  decision: Decision | undefined;
  cancelled: boolean;
  withdrawn: boolean;
}

export type Decision =
  | { readonly kind: 'validated'; readonly accepted: string | null; readonly factors: Factors }
  | { readonly kind: 'queried' }
  | { readonly kind: 'rejected' };
