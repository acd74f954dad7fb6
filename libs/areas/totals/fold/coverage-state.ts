import type { ContractState } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Rows } from '#engine/projections/projection.js';
import { type Covered, coverageOf, firstWaiting, sameByYear, sameCoverage, undecidedPeriod, type Waiting } from './coverage.js';
import { factChanges } from './coverage-facts.js';
import type { contractCoverage, coverageEntry } from './tables.js';

/** Events of a commitment's lines alone, beside those of reports: coverage asks for nothing that they say. */
const OF_LINES: ReadonlySet<string> = new Set(['TargetAgreed', 'OpeningBalanceBroughtForward']);

/** What coverage keeps of a contract from event to event, so that no report has to be looked at twice. */
export interface CoverageState {
  /** As it was last entered; null before the contract is registered. */
  readonly covered: Covered | null;
  readonly waiting: Waiting;
}

export const nothingCovered: CoverageState = { covered: null, waiting: new Map() };

/** What an event of the contract's stream makes of it: the same object, where coverage sees no difference. */
export function coveredAfter(before: CoverageState, contractBefore: ContractState, contract: ContractState, event: RecordedEvent): CoverageState {
  const { commitment, report } = event.payload as { commitment?: string; report?: string };
  if (report !== undefined) return commitment === undefined ? before : reportWaits(before, contractBefore, contract, event);
  if (OF_LINES.has(event.type)) return before;
  const covered = coverageOf(contract, before.covered?.waiting ?? {});
  if (!covered || (before.covered && sameCoverage(before.covered, covered))) return before;
  return { ...before, covered };
}

function reportWaits(before: CoverageState, contractBefore: ContractState, contract: ContractState, event: RecordedEvent): CoverageState {
  // a correction is not in the state before it
  const { commitment, report, corrects } = event.payload as { commitment: string; report: string; corrects?: string };
  const waited = undecidedPeriod(contractBefore, commitment, corrects ?? report);
  const waits = undecidedPeriod(contract, commitment, report);
  if (waited === waits) return before;
  const waiting = new Map(before.waiting);
  if (waited !== null) count(waiting, waited, -1);
  if (waits !== null) count(waiting, waits, 1);
  const first = firstWaiting(waiting);
  const covered = before.covered!;
  return { waiting, covered: sameByYear(covered.waiting, first) ? covered : { ...covered, waiting: first } };
}

function count(waiting: Map<string, number>, to: string, change: 1 | -1): void {
  const now = (waiting.get(to) ?? 0) + change;
  if (now === 0) waiting.delete(to);
  else waiting.set(to, now);
}

type CoverageRows = Rows<{ contract_coverage: typeof contractCoverage; coverage_entry: typeof coverageEntry }>;

/** Enters the contract as coverage now sees it, and what that changes of what is counted. */
export function enterCoverage({ covered: before }: CoverageState, { covered: after }: CoverageState, position: number, rows: CoverageRows): void {
  if (!after || before === after) return;
  const { contract, directorate, startsOn, endsOn, valuePence, withCommitments, missing, waiting } = after;
  rows.contract_coverage.insert({
    contract,
    position,
    directorate,
    starts_on: startsOn,
    ends_on: endsOn,
    value_pence: valuePence,
    with_commitments: withCommitments,
    missing: JSON.stringify(missing),
    waiting: JSON.stringify(waiting),
  });
  for (const [at, change] of factChanges(before ?? undefined, after).entries()) {
    rows.coverage_entry.insert({ position, contract, entry: at + 1, ...change });
  }
}
