import { asDecimal, fraction, type Fraction, halfEven, times, whole } from '../naive-count/arithmetic.js';
import type { NaiveItem } from './due.js';

/** What of what was due was kept. */
export interface NaiveKeptShare {
  readonly duePence: bigint;
  readonly keptPence: bigint;
  /** The share kept of each item without a value. */
  readonly shares: readonly Fraction[];
}

export function keptOf(items: readonly NaiveItem[]): NaiveKeptShare {
  let duePence = 0n;
  let keptPence = 0n;
  const shares: Fraction[] = [];
  for (const { due, validated, valued } of items) {
    if (valued) {
      duePence += due.pence;
      keptPence += between(validated.pence, due.pence);
    } else if (due.quantity > 0n) {
      shares.push({ over: between(validated.quantity, due.quantity), under: due.quantity });
    }
  }
  return { duePence, keptPence, shares };
}

/** Not below nothing, and not more than was due. */
function between(validated: bigint, due: bigint): bigint {
  if (validated < 0n) return 0n;
  return validated > due ? due : validated;
}

export function nothingDue({ duePence, shares }: NaiveKeptShare): boolean {
  return duePence === 0n && shares.length === 0;
}

export function isShort(kept: NaiveKeptShare, percent: string): boolean {
  const asked = times(fraction(percent), { over: 1n, under: 100n });
  const ofValue = { over: kept.keptPence, under: kept.duePence };
  return (kept.duePence > 0n && less(ofValue, asked)) || (kept.shares.length > 0 && less(mean(kept.shares), asked));
}

/** The mean of the shares in percent, to 4 places; null of none. */
export function percentKept({ shares }: NaiveKeptShare): string | null {
  if (shares.length === 0) return null;
  const tenThousandths = halfEven(times(mean(shares), whole(1_000_000)));
  return asDecimal(tenThousandths * 100n);
}

function mean(shares: readonly Fraction[]): Fraction {
  let sum = whole(0);
  for (const { over, under } of shares) sum = { over: sum.over * under + over * sum.under, under: sum.under * under };
  return { over: sum.over, under: sum.under * BigInt(shares.length) };
}

function less(one: Fraction, other: Fraction): boolean {
  return one.over * other.under < other.over * one.under;
}
