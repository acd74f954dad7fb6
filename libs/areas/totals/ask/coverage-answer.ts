import { decimalText } from '#domain/kernel/decimal.js';
import { divideHalfEven } from '#domain/kernel/rounding.js';
import type { CoverageCounts } from '../store/totals-store.js';

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

export function coverageOf({ inScope, withCommitments, missing, waiting }: CoverageCounts, validatedPence: number): Coverage {
  const value = inScope.pence;
  return {
    contracts: inScope.contracts,
    withCommitments: withCommitments.contracts,
    returned: inScope.contracts - missing.contracts,
    decided: inScope.contracts - waiting.contracts,
    value: { contracts: value, withCommitments: withCommitments.pence, returned: value - missing.pence, decided: value - waiting.pence },
    validatedPerPound: value === 0 ? null : decimalText(divideHalfEven(BigInt(validatedPence) * 10_000n, BigInt(value)), 4),
  };
}
