import type { Condition } from '#domain/contract/break-clause.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { WAITING_STATES } from '../fold/review-state.js';

/** A provider as lists name it; the name is blank while the authority has not registered the provider. */
export interface NamedProvider {
  readonly reference: string;
  readonly name: string;
}

/** A contract as the register lists it. */
export interface ListedContract {
  readonly reference: string;
  readonly title: string;
  readonly directorate: string;
  /** The lead. */
  readonly provider: NamedProvider;
  /** The opaque id of a person. */
  readonly manager: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly valuePence: number;
  readonly status: 'running' | 'completed' | 'terminated';
  readonly commitments: number;
  readonly undecidedReports: number;
  readonly lastRecordedAt: string;
}

/** Which contracts to list, by reference. What is null does not matter. */
export interface ContractsQuestion {
  readonly directorate: string | null;
  /** Leads the contract or is a member. */
  readonly provider: string | null;
  readonly status: ListedContract['status'] | null;
  /** Part of the reference or title, as `searchable` makes it. */
  readonly searched: string | null;
  /** Go on after this reference. */
  readonly after: string | null;
  readonly limit: number;
}

/** A file of a report that is behind other reports in force as well. */
export interface SharedFile {
  /** The id of the piece within the report. */
  readonly evidence: string;
  readonly sha256: string;
  /** The other reports, by reference, the first `MOST_SHARED`. */
  readonly alsoBehind: readonly string[];
}

export const MOST_SHARED = 20;

/** A delivery report that waits for a decision. Of free texts it has the digests, of people the ids. */
export interface WaitingReport {
  readonly report: string;
  readonly corrects: string | null;
  readonly contract: string;
  readonly contractTitle: string;
  readonly commitment: string;
  readonly measure: string;
  readonly measureName: string;
  readonly unit: string;
  /** Null: all members, by their shares. */
  readonly provider: NamedProvider | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly quantity: string | null;
  readonly said: string | null;
  readonly valuePence: number | null;
  readonly description: string | null;
  readonly evidenceMissing: readonly string[];
  readonly evidenceSupports: string | null;
  readonly evidenceComplete: boolean;
  readonly sharedFiles: readonly SharedFile[];
  readonly reportedOn: IsoDate;
  readonly reportedBy: string;
  readonly side: 'provider' | 'authority';
  readonly state: (typeof WAITING_STATES)[number];
  readonly question: string | null;
  readonly answer: string | null;
  readonly sincePosition: number;
  readonly since: string;
}

/** A break clause as the register knows it: where it is stated, and no more. */
export interface ListedBreakClause {
  readonly reference: string;
  readonly contract: string;
  /** The kind of its condition, as it was last stated. */
  readonly condition: Condition['kind'];
  /** The entry that first agreed it. */
  readonly sincePosition: number;
}

/** Which break clauses to list. What is null does not matter. */
export interface BreakClausesQuestion {
  readonly contract: string | null;
  readonly condition: Condition['kind'] | null;
  /** First agreed by an entry up to this one. */
  readonly upTo: number;
}

/** All that is read here is of one moment. */
export interface RegisterView {
  /** In the order of their references, by code point. */
  contracts(question: ContractsQuestion): Promise<readonly ListedContract[]>;
  /** Those that wait longest first; after the entry `after`. */
  waiting(after: number, limit: number): Promise<readonly WaitingReport[]>;
  /** In the order of their references, by code point; after the reference `after`, null at the beginning. */
  breakClauses(after: string | null, limit: number, question: BreakClausesQuestion): Promise<readonly ListedBreakClause[]>;
}

/** Reads what the fold wrote. Two adapters: PostgreSQL and memory. */
export interface RegisterStore {
  /** `atLeast`: waits until the register is folded up to that position. */
  read<Result>(authority: string, work: (view: RegisterView) => Promise<Result>, atLeast?: number): Promise<Result>;
}

/** Waits until the register of an authority is folded up to a position, or refuses. Bound by the app. */
export type ReachPosition = (authority: string, position: number) => Promise<void>;

/** What Nest injects the store by. */
export const REGISTER_STORE = Symbol('RegisterStore');
