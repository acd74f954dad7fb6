import type { ContractState } from '#domain/contract/state.js';
import { keeping, type Written } from '#domain/contract/state-text.js';
import { fromExactJson, toExactJson } from '#domain/kernel/exact-json.js';
import type { CoverageState } from './coverage-state.js';

/** What the fold keeps of a contract. */
export interface TotalsState {
  readonly contract: ContractState;
  readonly coverage: CoverageState;
}

interface WrittenState {
  readonly contract: Written;
  readonly covered: CoverageState['covered'];
  readonly waiting: readonly (readonly [string, number])[];
}

/** The state as text, exactly. */
export function totalsText({ contract, coverage }: TotalsState): string {
  return toExactJson({ contract, covered: coverage.covered, waiting: [...coverage.waiting] });
}

/** Reads what `totalsText` wrote. */
export function totalsOfText(text: string): TotalsState {
  const { contract, covered, waiting } = fromExactJson(text) as WrittenState;
  return { contract: keeping(contract), coverage: { covered, waiting: new Map(waiting) } };
}
