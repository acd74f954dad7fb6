import { financialYearOf, nextYear } from '#domain/kernel/financial-year.js';
import type { Covered } from './coverage.js';

/** What coverage counts of contracts. `missing` holds from the end of the first period for which a return is missing. */
export type CoverageFact = 'in scope' | 'with commitments' | 'missing' | 'waiting';

/** A change of how many contracts a fact holds for, and of their value. */
export interface FactChange {
  /** A financial year, or '' for no year in particular. */
  readonly scope: string;
  readonly fact: CoverageFact;
  /** Of a missing return the end of its period; else ''. */
  readonly since: string;
  readonly contracts: number;
  readonly pence: number;
}

/** By how much the facts of one contract change what is counted. */
export function factChanges(before: Covered | undefined, after: Covered | undefined): readonly FactChange[] {
  const changed = new Map<string, { scope: string; fact: CoverageFact; since: string; contracts: number; pence: number }>();
  const count = (covered: Covered, sign: 1 | -1): void => {
    for (const [scope, fact, since] of factsOf(covered)) {
      const key = `${scope}\n${fact}\n${since}`;
      const entry = changed.get(key) ?? { scope, fact, since, contracts: 0, pence: 0 };
      entry.contracts += sign;
      entry.pence += sign * covered.valuePence;
      changed.set(key, entry);
    }
  };
  if (before) count(before, -1);
  if (after) count(after, 1);
  return [...changed.values()].filter(({ contracts, pence }) => contracts !== 0 || pence !== 0);
}

function factsOf({ startsOn, endsOn, withCommitments, missing, waiting }: Covered): readonly (readonly [string, CoverageFact, string])[] {
  const facts: (readonly [string, CoverageFact, string])[] = [];
  const state = (scope: string, missingSince: string | undefined, waits: boolean): void => {
    facts.push([scope, 'in scope', '']);
    if (withCommitments) facts.push([scope, 'with commitments', '']);
    if (missingSince !== undefined) facts.push([scope, 'missing', missingSince]);
    if (waits) facts.push([scope, 'waiting', '']);
  };
  state('', earliest(Object.values(missing)), Object.keys(waiting).length > 0);
  const last = financialYearOf(endsOn);
  for (let year = financialYearOf(startsOn); year <= last; year = nextYear(year)) state(year, missing[year], waiting[year] !== undefined);
  return facts;
}

function earliest(dates: readonly string[]): string | undefined {
  let first: string | undefined;
  for (const date of dates) if (first === undefined || date < first) first = date;
  return first;
}
