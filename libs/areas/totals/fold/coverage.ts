import { inForce, undecided } from '#domain/contract/chain.js';
import { sharesOf } from '#domain/contract/contract.js';
import { lastDayOf, reportingPeriods } from '#domain/contract/reporting/reporting-periods.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { type FinancialYear, financialYearOf } from '#domain/kernel/financial-year.js';
import { held } from '#domain/kernel/lookup.js';

type ByYear = Readonly<Record<FinancialYear, IsoDate>>;

/** A contract as coverage sees it, running until it ends, is completed or is ended before its time. */
export interface Covered {
  readonly contract: string;
  readonly directorate: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly valuePence: number;
  readonly withCommitments: boolean;
  /** The end of the first reporting period of a year for which a member's return is missing. */
  readonly missing: ByYear;
  /** The earliest end of a period in a year of which a report waits for a decision. */
  readonly waiting: ByYear;
}

/** How many reports wait for a decision, by the end of their periods. */
export type Waiting = ReadonlyMap<IsoDate, number>;

/** Undefined before the contract is registered. */
export function coverageOf(state: ContractState, waiting: ByYear): Covered | undefined {
  const { terms } = state;
  if (!terms) return undefined;
  const endsOn = lastDayOf(state)!;
  return {
    contract: terms.reference,
    directorate: terms.directorate,
    startsOn: terms.startsOn,
    endsOn,
    valuePence: terms.valuePence,
    withCommitments: Object.values(state.commitments).some(({ terms, withdrawn }) => terms.basis === 'contract' && !withdrawn),
    missing: missingReturns(state),
    waiting,
  };
}

function missingReturns(state: ContractState): ByYear {
  const missing: Record<FinancialYear, IsoDate> = {};
  const members = sharesOf(state).map(({ provider }) => provider);
  const returns = Object.values(state.returns);
  for (const { from, to } of reportingPeriods(state)) {
    const year = financialYearOf(to);
    if (missing[year] !== undefined) continue;
    const filed = (member: string) =>
      held(state.returns, `${member}/${from}/${to}`) !== undefined ||
      returns.some((one) => one.provider === member && one.from <= from && one.to >= to);
    if (!members.every(filed)) missing[year] = to;
  }
  return missing;
}

/** Whether both say the same. */
export function sameByYear(one: ByYear, other: ByYear): boolean {
  const years = Object.keys(one);
  return years.length === Object.keys(other).length && years.every((year) => one[year] === other[year]);
}

export function sameCoverage(one: Covered, other: Covered): boolean {
  return (
    one.directorate === other.directorate &&
    one.startsOn === other.startsOn &&
    one.endsOn === other.endsOn &&
    one.valuePence === other.valuePence &&
    one.withCommitments === other.withCommitments &&
    sameByYear(one.missing, other.missing) &&
    sameByYear(one.waiting, other.waiting)
  );
}

/** Of each year the earliest end of a period of which a report waits. */
export function firstWaiting(waiting: Waiting): ByYear {
  const first: Record<FinancialYear, IsoDate> = {};
  for (const to of waiting.keys()) {
    const year = financialYearOf(to);
    const earliest = first[year];
    if (earliest === undefined || to < earliest) first[year] = to;
  }
  return first;
}

/** The end of the period of the report that waits for a decision in a chain; null when none does. */
export function undecidedPeriod(state: ContractState, commitment: string, report: string): IsoDate | null {
  const made = held(state.commitments, commitment);
  const reported = made?.reports.get(report);
  if (!made || !reported) return null;
  const current = inForce(made, reported.root);
  return current && undecided(current) ? current.to : null;
}
