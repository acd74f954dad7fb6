import type { Span } from '../naive-count/days.js';
import type { Contract } from '../naive-count/standing.js';

/** A recorded fact, and no more of it than this reading needs. */
export interface RecordedFact {
  readonly type: string;
  readonly payload: unknown;
}

export interface Suspension {
  readonly from: string;
  /** Null: it has not ended. */
  to: string | null;
}

/** What was owed, as it stood before a change that reaches back came on record on a day. */
export interface Before {
  readonly on: string;
  /** In how many working days, by member and days. */
  readonly owed: ReadonlyMap<string, number>;
}

export interface Schedule {
  readonly frequency: string;
  readonly dueWorkingDays: number;
  readonly periodEnds: readonly string[];
  readonly since: string | null;
}

export interface ClauseRecord {
  readonly statements: { readonly condition: NaiveTerms; readonly since: string | null }[];
  /** What met the condition before. */
  readonly counted: NaiveBreach[];
}

export type NaiveTerms =
  | { readonly kind: 'shortfall'; readonly belowPercent: string; readonly consecutivePeriods: number }
  | { readonly kind: 'silence'; readonly workingDaysLate: number }
  | { readonly kind: 'critical commitment missed' };

/** What a breach that was recorded says it is about. */
export type NaiveBreach =
  | { readonly kind: 'shortfall'; readonly periods: readonly Span[] }
  | ({ readonly kind: 'silence'; readonly provider: string } & Span)
  | ({ readonly kind: 'critical commitment missed'; readonly commitment: string } & Span);

/** What became of questions for more time: the last one, and the day that was granted. */
export interface MoreTime {
  readonly last: 'waits for an answer' | 'granted' | 'refused';
  readonly until: string | null;
  /** The day of the last answer, where it was no. */
  readonly refusedOn: string | null;
}

/** What is on record of one contract. */
export interface ContractRecord {
  /** Its terms, members and commitments, as the naive count reads them. */
  readonly contract: Contract;
  readonly jurisdiction: string;
  /** The day on which it came on record; null: not known. */
  readonly onRecordFrom: string | null;
  readonly lastDay: string;
  /** Who the members were from a day on; null: from the start. Until any were agreed, the lead alone, and another from the day on which the contract was varied. */
  readonly members: readonly { readonly providers: readonly string[]; readonly since: string | null }[];
  readonly schedules: readonly Schedule[];
  readonly suspensions: readonly Suspension[];
  /** The same for clocks, which go on no earlier than it came on record that the contract does. */
  readonly stops: readonly Suspension[];
  /** The days on which the contract had ended before it came on record that it goes on. */
  readonly pastEnds: readonly string[];
  /** In the order in which the changes came on record. */
  readonly before: readonly Before[];
  /** By commitment and days: no more can be missed, in millionths, of a target that was agreed or raised once its days were over. */
  readonly limits: ReadonlyMap<string, bigint>;
  /** Since when a commitment is critical that was not before, and since when it is of another provider. */
  readonly criticalSince: ReadonlyMap<string, string>;
  readonly handedOver: ReadonlyMap<string, string>;
  readonly returns: readonly (Span & { readonly provider: string; readonly submittedOn: string })[];
  /** By member and days, as the next is. */
  readonly moreTime: ReadonlyMap<string, MoreTime>;
  readonly missed: ReadonlyMap<string, { readonly dueOn: string; setAside: boolean }>;
  /** What is owed more (or, below nothing, less) by days of a commitment, in millionths as typed. */
  readonly moved: readonly (Span & { readonly commitment: string; readonly quantity: bigint })[];
  readonly clauses: ReadonlyMap<string, ClauseRecord>;
}

/** How returns are told apart. */
export function ofMember(provider: string, { from, to }: Span): string {
  return `${provider} ${from} ${to}`;
}
