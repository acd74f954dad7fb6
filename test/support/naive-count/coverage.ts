import { inForce, isUndecided } from './chain.js';
import { financialYear, firstDay, lastDay, reportingPeriods } from './days.js';
import { readLedger } from './read-ledger.js';
import type { Contract } from './standing.js';
import type { StoredEvent } from './stored-event.js';
import { dueDay, knownAt, naiveTotals } from './totals.js';

export interface NaiveCoverageQuestion {
  /** Financial years; without any, the whole life of every contract. */
  readonly years?: readonly string[];
  readonly deliveredTo?: string;
  readonly today: string;
  readonly position?: number;
}

/** How many contracts, and what they are worth over their lives, in pence. */
export interface NaiveCount {
  readonly number: number;
  readonly pence: number;
}

export interface NaiveCoverage {
  readonly contracts: NaiveCount;
  readonly withCommitments: NaiveCount;
  readonly returned: NaiveCount;
  readonly decided: NaiveCount;
  /** Validated value of basis `contract` in the years asked about, on the delivered basis. */
  readonly validatedPence: number;
}

/** Rule 13. Each count is of contracts in scope. */
export function naiveCoverage(events: readonly StoredEvent[], question: NaiveCoverageQuestion): NaiveCoverage {
  const { years, deliveredTo } = question;
  const known = knownAt(events, question.position);
  const endedBy = dueDay(known, question);
  const inScope = [...readLedger(known).contracts.values()].filter((contract) => runsIn(contract, years));
  const totals = naiveTotals(events, { ...question, by: [], yearBasis: 'delivered', ...(years ? { where: { year: years } } : {}) });
  return {
    contracts: count(inScope),
    withCommitments: count(inScope.filter(({ commitments }) => [...commitments.values()].some(({ terms, withdrawn }) => terms.basis === 'contract' && !withdrawn))),
    returned: count(inScope.filter((contract) => hasReturned(contract, years, endedBy))),
    decided: count(inScope.filter((contract) => isDecided(contract, years, deliveredTo))),
    validatedPence: totals[0]?.pence.validated ?? 0,
  };
}

function count(contracts: readonly Contract[]): NaiveCount {
  return { number: contracts.length, pence: contracts.reduce((sum, { terms }) => sum + terms.valuePence, 0) };
}

/** The last day on which the contract ran or is to run. */
function lastDayOf({ terms, completedOn }: Contract): string {
  return completedOn !== undefined && completedOn < terms.endsOn ? completedOn : terms.endsOn;
}

function runsIn(contract: Contract, years: readonly string[] | undefined): boolean {
  return years === undefined || years.some((year) => contract.terms.startsOn <= lastDay(year) && lastDayOf(contract) >= firstDay(year));
}

/** A return from every member for every reporting period that has ended. */
function hasReturned(contract: Contract, years: readonly string[] | undefined, endedBy: string): boolean {
  if (contract.frequency === undefined) return true;
  const members = contract.members.length > 0 ? contract.members.map(({ provider }) => provider) : [contract.terms.lead];
  return reportingPeriods(contract.frequency, contract.terms.startsOn, lastDayOf(contract))
    .filter(({ to }) => to <= endedBy && (years === undefined || years.includes(financialYear(to))))
    .every((period) =>
      members.every((member) => contract.returns.some(({ provider, from, to }) => provider === member && from <= period.from && to >= period.to)),
    );
}

/** No report in force waits for a decision. */
function isDecided(contract: Contract, years: readonly string[] | undefined, deliveredTo: string | undefined): boolean {
  const reports = [...contract.commitments.values()].flatMap(({ chains }) => chains.flatMap((chain) => inForce(chain) ?? []));
  return !reports.some(
    (report) =>
      isUndecided(report) &&
      (years === undefined || years.includes(financialYear(report.to))) &&
      (deliveredTo === undefined || report.to <= deliveredTo),
  );
}
