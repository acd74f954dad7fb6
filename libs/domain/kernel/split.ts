import { type Percent, WHOLE } from './percent.js';

/** A provider's share of a contract. The shares of a contract add to exactly 100%. */
export interface Share {
  readonly provider: string;
  readonly share: Percent;
}

/**
 * Splits a whole amount by shares (COUNTING.md rule 4): the magnitude is split by largest remainder, ties to the
 * lower provider reference by code point, then given its sign. The parts add to the amount exactly.
 */
export function splitByShares(amount: bigint, shares: readonly Share[]): readonly bigint[] {
  const size = amount < 0n ? -amount : amount;
  const parts = shares.map(({ share }) => (size * share) / WHOLE);
  let left = size - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = shares
    .map(({ provider, share }, index) => ({ provider, index, remainder: (size * share) % WHOLE }))
    .sort((a, b) => (a.remainder === b.remainder ? byCodePoint(a.provider, b.provider) : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index]! += 1n;
    left -= 1n;
  }
  return amount < 0n ? parts.map((part) => -part) : parts;
}

/** Orders text by Unicode code point (JavaScript's own order is by UTF-16 unit). */
export function byCodePoint(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = a[i]!.codePointAt(0)! - b[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
