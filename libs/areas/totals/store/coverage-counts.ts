import type { ContractCount, CoverageCounts, CoverageQuestion } from './totals-store.js';
import type { CoverageFact } from '../fold/coverage-facts.js';

/** How many contracts a fact began to hold for, and their value; one fact may be in several rows. */
export interface CountedFact {
  readonly fact: CoverageFact;
  /** Of a missing return the end of its period. */
  readonly since: string;
  readonly contracts: number;
  readonly pence: number;
}

/**
 * Whether what a question asks for is counted as entries come in: for one financial year or for no year in particular,
 * of all contracts. Else contracts are looked at one by one.
 */
export function factsAreCounted({ years, contracts, directorates, deliveredTo }: CoverageQuestion): boolean {
  return years.length < 2 && contracts.length === 0 && directorates.length === 0 && deliveredTo === null;
}

/** Adds up facts; a return that is missing after the day asked about is not missing yet. */
export function coverageCounts(facts: readonly CountedFact[], endedBy: string): CoverageCounts {
  const of = (wanted: CoverageFact): ContractCount => {
    const rows = facts.filter(({ fact, since }) => fact === wanted && since <= endedBy);
    const sum = (part: 'contracts' | 'pence') => rows.reduce((total, row) => total + row[part], 0);
    return { contracts: sum('contracts'), pence: sum('pence') };
  };
  return { inScope: of('in scope'), withCommitments: of('with commitments'), missing: of('missing'), waiting: of('waiting') };
}
