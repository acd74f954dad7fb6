import type { Period } from '#domain/kernel/period.js';
import { periodOfYear } from '#domain/kernel/financial-year.js';
import { decimalText } from '#domain/kernel/decimal.js';
import { divideHalfEven } from '#domain/kernel/rounding.js';
import type { ContractCoverage } from '../store/totals-store.js';
import { reportingPeriods } from './reporting-periods.js';

/** How much of the authority's contracts a total covers (COUNTING.md rule 13), each by number and by contract value. */
export interface Coverage {
  /** In scope: running on any day of the years asked about. */
  readonly contracts: number;
  /** With a commitment of basis `contract`. */
  readonly withCommitments: number;
  /** With a return from every member for every reporting period that ended. */
  readonly returned: number;
  /** Without a delivery report that waits for a decision. */
  readonly decided: number;
  /** The same in pence of contract value. */
  readonly value: { readonly contracts: number; readonly withCommitments: number; readonly returned: number; readonly decided: number };
  /** Validated value per pound of the value of the contracts in scope, to 4 places, half even; null without contracts. */
  readonly validatedPerPound: string | null;
}

export interface CoverageQuestion {
  /** The years asked about; none: all. */
  readonly years: readonly string[];
  /** The day by which a reporting period must have ended. */
  readonly endedBy: string;
  readonly validatedPence: number;
}

export function coverageOf(contracts: readonly ContractCoverage[], { years, endedBy, validatedPence }: CoverageQuestion): Coverage {
  const spans = years.map(periodOfYear);
  const inScope = contracts.filter(({ startsOn, endsOn }) => within(spans, { from: startsOn, to: endsOn }));
  const withCommitments = inScope.filter((contract) => contract.withCommitments);
  const returned = inScope.filter((contract) => allReturned(contract, spans, endedBy));
  const decided = inScope.filter(({ undecidedYears }) => !undecidedYears.some((year) => years.length === 0 || years.includes(year)));
  const value = (some: readonly ContractCoverage[]) => some.reduce((pence, { valuePence }) => pence + valuePence, 0);
  const total = value(inScope);
  return {
    contracts: inScope.length,
    withCommitments: withCommitments.length,
    returned: returned.length,
    decided: decided.length,
    value: { contracts: total, withCommitments: value(withCommitments), returned: value(returned), decided: value(decided) },
    validatedPerPound: total === 0 ? null : decimalText(divideHalfEven(BigInt(validatedPence) * 10_000n, BigInt(total)), 4),
  };
}

function allReturned(contract: ContractCoverage, spans: readonly Period[], endedBy: string): boolean {
  const { members, returns } = contract;
  return reportingPeriods(contract)
    .filter((period) => period.to <= endedBy && within(spans, period))
    .every((period) => members.every((member) => returns.some((filed) => filed.provider === member && covers(filed, period))));
}

function covers(filed: Period, period: Period): boolean {
  return filed.from <= period.from && filed.to >= period.to;
}

/** Whether a period has a day in one of the spans; with no spans, always. */
function within(spans: readonly Period[], period: Period): boolean {
  return spans.length === 0 || spans.some((span) => period.from <= span.to && period.to >= span.from);
}
