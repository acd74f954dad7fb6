import type { IsoDate } from '../kernel/date.js';
import type { Breach } from './breach.js';
import type { RemedyKind } from './remedy.js';

/** The kinds of conditions. */
export const CONDITION_KINDS = ['shortfall', 'silence', 'critical commitment missed'] as const satisfies readonly Condition['kind'][];

/** When a clause bites. */
export type Condition =
  | { readonly kind: 'shortfall'; readonly belowPercent: string; readonly consecutivePeriods: number }
  | { readonly kind: 'silence'; readonly workingDaysLate: number }
  | { readonly kind: 'critical commitment missed' };

/** What a break clause says, but for its texts. */
export interface ClauseTerms {
  readonly condition: Condition;
  readonly timeToPutRightWorkingDays: number;
  readonly remediable: boolean;
  readonly noticeForm: string;
  /** Null: not said. */
  readonly deemedServiceWorkingDays: number | null;
  readonly whoMayDecide: string;
}

/** Terms of a clause with the day from which they hold; null: from the start of the contract. */
export interface DatedTerms {
  readonly terms: ClauseTerms;
  readonly since: IsoDate | null;
}

export interface BreakClause extends DatedTerms {
  readonly reference: string;
  /** What it said before, the earliest first. */
  readonly earlier: readonly DatedTerms[];
  /** Each time its condition was met, from the first on: the first is case 1. */
  readonly cases: readonly BreakCase[];
}

/** One time that a clause's condition was met, and what became of it. */
export interface BreakCase {
  readonly clause: string;
  /** 1, 2, 3 … within the clause. */
  readonly number: number;
  /** What the clause said when the breach happened; a later variation of the clause does not touch the case. */
  readonly terms: ClauseTerms;
  readonly breach: Breach;
  readonly metOn: IsoDate;
  readonly setAsideOn: IsoDate | null;
  readonly confirmed: { readonly on: IsoDate; readonly by: string } | null;
  readonly notice: { readonly form: string; readonly sentOn: IsoDate } | null;
  /** The days by which the steps of its improvement plan are due. */
  readonly plan: readonly IsoDate[] | null;
  readonly putRightOn: IsoDate | null;
  readonly waivedOn: IsoDate | null;
  readonly remedies: readonly { readonly kind: RemedyKind; readonly on: IsoDate; readonly settles: boolean }[];
  readonly invoked: { readonly on: IsoDate; readonly by: string } | null;
}

/** The terms that a clause had on a day. */
export function termsOn(clause: BreakClause, day: IsoDate): ClauseTerms | undefined {
  return [...clause.earlier, clause].findLast(({ since }) => since === null || since <= day)?.terms;
}

/** The words by which people know a case: “B1/2”. */
export function caseName({ clause, number }: Pick<BreakCase, 'clause' | 'number'>): string {
  return `${clause}/${number}`;
}

/** Whether nothing more follows from a case: it was set aside, put right, waived, settled by a remedy, or invoked. */
export function isClosed(one: BreakCase): boolean {
  return one.setAsideOn !== null || one.putRightOn !== null || one.waivedOn !== null || one.invoked !== null || one.remedies.some(({ settles }) => settles);
}
