import { halfEven } from './arithmetic.js';
import { add, type Cell, cellsOf } from './cells.js';
import { grouped } from './grouped.js';
import { readLedger } from './read-ledger.js';
import type { StoredEvent } from './stored-event.js';
import { knownAt, rowsOf } from './totals.js';

export interface NaiveKeptQuestion {
  readonly deliveredTo: string;
  /** Names of dimensions; none: one row for all. */
  readonly by: readonly string[];
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly position?: number;
}

export interface NaiveKept {
  readonly key: Readonly<Record<string, string>>;
  /** Pence. */
  readonly due: number;
  readonly kept: number;
  readonly overDelivery: number;
  /** One decimal place, half even; null where nothing of value is due. */
  readonly percent: string | null;
  /** Numbers of commitments without value. */
  readonly unvaluedDue: number;
  readonly unvaluedKept: number;
}

/**
 * Rule 12, each commitment by itself over its whole life (or, where the keys tell members or years apart, each member's
 * or year's part of it). Rows in which everything is 0 are left out.
 */
export function naiveKept(events: readonly StoredEvent[], { deliveredTo, by, where = {}, position }: NaiveKeptQuestion): readonly NaiveKept[] {
  const withinQuarters = by.includes('quarter') || 'quarter' in where;
  const cells = cellsOf(readLedger(knownAt(events, position)), { withinQuarters, deliveredTo, dueBy: deliveredTo });
  const promised = cells.filter(({ dimensions }) => dimensions['contract-basis'] === 'contract');
  return rowsOf(promised, by, where)
    .map(({ key, cells: group }) => ({ key, ...keptOf(group) }))
    .filter(({ due, kept, overDelivery, unvaluedDue }) => due !== 0 || kept !== 0 || overDelivery !== 0 || unvaluedDue !== 0);
}

function keptOf(cells: readonly Cell[]): Omit<NaiveKept, 'key'> {
  const sums = { due: 0n, kept: 0n, over: 0n, unvaluedDue: 0, unvaluedKept: 0 };
  for (const commitment of grouped(cells, (cell) => cell.commitment)) {
    const { due, validated } = add(commitment.map(({ amounts }) => amounts));
    if (commitment[0].valued) {
      const owed = due?.pence ?? 0n;
      const came = validated !== undefined && validated.pence > 0n ? validated.pence : 0n;
      sums.due += owed;
      sums.kept += came < owed ? came : owed;
      sums.over += came > owed ? came - owed : 0n;
    } else if (commitment.some(({ targetEnded }) => targetEnded)) {
      sums.unvaluedDue += 1;
      if ((validated?.quantity ?? 0n) >= (due?.quantity ?? 0n)) sums.unvaluedKept += 1;
    }
  }
  return {
    due: Number(sums.due),
    kept: Number(sums.kept),
    overDelivery: Number(sums.over),
    percent: sums.due === 0n ? null : oneDecimal(halfEven({ over: sums.kept * 1000n, under: sums.due })),
    unvaluedDue: sums.unvaluedDue,
    unvaluedKept: sums.unvaluedKept,
  };
}

function oneDecimal(tenths: bigint): string {
  return `${tenths / 10n}.${tenths % 10n}`;
}
