import type { TotalsAnswer } from '#areas/totals/index.js';
import { headlinePounds } from '#surface/pages/filters/pounds.js';

export interface CoverageInWords {
  readonly scope: string;
  /** What part of the contracts in scope each figure rests on. */
  readonly parts: readonly string[];
  readonly perPound: string | undefined;
}

/** How much of the authority's contracts a total covers (COUNTING.md rule 13), as sentences with their numbers. */
export function coverageInWords(coverage: TotalsAnswer['coverage'], year: string | undefined): CoverageInWords {
  const { contracts, value, validatedPerPound } = coverage;
  const when = year === undefined ? '' : ` ran in ${year}`;
  if (contracts === 0) return { scope: `No contract${when === '' ? ' is recorded' : when}.`, parts: [], perPound: undefined };
  const part = (some: 'withCommitments' | 'returned' | 'decided', words: readonly [one: string, many: string]) =>
    `${coverage[some].toLocaleString('en-GB')} of ${contracts.toLocaleString('en-GB')} (${shareOf(value[some], value.contracts)}) ${coverage[some] === 1 ? words[0] : words[1]}`;
  return {
    scope: `${contracts.toLocaleString('en-GB')} contract${contracts === 1 ? '' : 's'}${when === '' ? ' recorded' : when}, together worth ${headlinePounds(value.contracts)} over ${contracts === 1 ? 'its life' : 'their lives'}. Of these:`,
    parts: [
      part('withCommitments', ['has commitments recorded', 'have commitments recorded']),
      part('returned', ['has every return that was due, from every member', 'have every return that was due, from every member']),
      part('decided', ['has no delivery report waiting for a decision', 'have no delivery report waiting for a decision']),
    ],
    perPound: perPound(validatedPerPound),
  };
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? 'no contract value stated' : `${((part / whole) * 100).toFixed(1)}% by contract value`;
}

function perPound(validated: string | null): string | undefined {
  if (validated === null) return undefined;
  return `For each £1 of contract value, ${penceOf(validated)} was validated.`;
}

/** A decimal of pounds with 4 places as pence: `0.1112` is `11.12p`. */
function penceOf(pounds: string): string {
  const [, minus = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(pounds) ?? [];
  const digits = decimals.padEnd(4, '0');
  return `${minus === '' ? '' : '−'}${BigInt(whole + digits.slice(0, 2))}.${digits.slice(2)}p`;
}
