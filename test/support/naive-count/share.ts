import { byCodePoint, fraction, magnitude } from './arithmetic.js';

export interface Part {
  readonly provider: string;
  readonly amount: bigint;
}

/**
 * Rule 4: an amount over members by their shares of 100, by largest remainder. Everybody gets the whole units of their
 * exact part; the units left over go one by one to the largest remainders, of equal ones to the lower provider.
 */
export function share(amount: bigint, members: readonly { readonly provider: string; readonly share: string }[]): readonly Part[] {
  const parts = members.map((member) => {
    const { over, under } = fraction(member.share);
    const exact = { over: magnitude(amount) * over, under: under * 100n };
    // In thousand-millionths of a unit, which is exact: shares have at most 4 decimals.
    const remainder = ((exact.over % exact.under) * 1_000_000_000n) / exact.under;
    return { provider: member.provider, units: exact.over / exact.under, remainder };
  });
  let left = magnitude(amount) - parts.reduce((sum, { units }) => sum + units, 0n);
  const waiting = [...parts].sort((one, other) =>
    one.remainder === other.remainder ? byCodePoint(one.provider, other.provider) : one.remainder < other.remainder ? 1 : -1,
  );
  for (const part of waiting) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  if (left !== 0n) throw new Error('The shares of the contract do not add to 100.');
  return parts.map(({ provider, units }) => ({ provider, amount: amount < 0n ? -units : units }));
}
