import type { Amount } from '#domain/measures/value.js';
import { NOTHING } from '#domain/measures/value.js';
import { divideHalfEven } from '#domain/kernel/rounding.js';
import { decimalText } from '#domain/kernel/decimal.js';
import type { SumRow } from '../store/totals-store.js';
import type { Dimension } from './dimension.js';
import { compareKeys } from './totals-answer.js';

/** The share kept of the commitments under one key (COUNTING.md rule 12), in the shape of INTERFACE.md. */
export interface KeptRow {
  readonly key: Readonly<Record<string, string>>;
  /** In pence. */
  readonly due: number;
  readonly kept: number;
  /** What was validated beyond what was due, commitment by commitment; it never offsets a shortfall. */
  readonly overDelivery: number;
  /** To one place, half even; null while nothing is due. */
  readonly percent: string | null;
  /** Commitments without value, by number. */
  readonly unvaluedDue: number;
  readonly unvaluedKept: number;
}

interface Commitment {
  readonly key: readonly string[];
  readonly valued: boolean;
  readonly due: Amount;
  readonly validated: Amount;
}

/** Adds up the share kept from sums by `by` and, last, by commitment. */
export function keptRows(sums: readonly SumRow[], by: readonly Dimension[]): readonly KeptRow[] {
  const rows = new Map<string, { key: readonly string[]; commitments: Commitment[] }>();
  for (const { key, valued, amounts } of sums) {
    const group = key.slice(0, -1);
    const text = JSON.stringify(group);
    const row = rows.get(text) ?? { key: group, commitments: [] };
    row.commitments.push({ key, valued, due: amounts.due ?? NOTHING, validated: amounts.validated ?? NOTHING });
    rows.set(text, row);
  }
  return [...rows.values()]
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ key, commitments }) => keptRow(Object.fromEntries(by.map((dimension, at) => [dimension, key[at]!])), commitments));
}

function keptRow(key: Readonly<Record<string, string>>, commitments: readonly Commitment[]): KeptRow {
  let due = 0;
  let kept = 0;
  let overDelivery = 0;
  let unvaluedDue = 0;
  let unvaluedKept = 0;
  for (const commitment of commitments) {
    if (commitment.valued) {
      // a negative validated figure counts as 0
      const validated = Math.max(commitment.validated.pence, 0);
      due += commitment.due.pence;
      kept += Math.min(validated, commitment.due.pence);
      overDelivery += Math.max(validated - commitment.due.pence, 0);
    } else if (commitment.due.quantity > 0n) {
      unvaluedDue += 1;
      if (commitment.validated.quantity >= commitment.due.quantity) unvaluedKept += 1;
    }
  }
  return { key, due, kept, overDelivery, percent: percentOf(kept, due), unvaluedDue, unvaluedKept };
}

/** A part of a whole as a percentage to one place, rounded half even; null of nothing. */
export function percentOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = decimalText(divideHalfEven(BigInt(part) * 1000n, BigInt(whole)), 1);
  return tenths.includes('.') ? tenths : `${tenths}.0`;
}
