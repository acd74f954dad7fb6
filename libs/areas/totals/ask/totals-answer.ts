import { byCodePoint } from '#domain/kernel/split.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { type Amount, NOTHING } from '#domain/measures/value.js';
import type { CountedFigure, SumRow } from '../store/totals-store.js';
import { COUNTED } from './add-up.js';
import type { Dimension } from './dimension.js';

/** One row of totals, in the shape of INTERFACE.md. */
export interface TotalsRow {
  readonly id: string;
  readonly key: Readonly<Record<string, string>>;
  /** Null where nothing under this key has a value. */
  readonly pence: Readonly<Record<CountedFigure, number | null>>;
  readonly quantities: readonly QuantityRow[];
}

export type QuantityRow = { readonly measure: string; readonly unit: string } & Readonly<Record<CountedFigure, string>>;

/** Rows by key, in the order of their keys; each measure's quantities by itself, since units do not add. */
export function rowsOf(sums: readonly SumRow[], by: readonly Dimension[], idOf: (key: readonly string[]) => string): readonly TotalsRow[] {
  const byKey = new Map<string, SumRow[]>();
  for (const sum of sums) {
    const key = JSON.stringify(sum.key);
    byKey.set(key, [...(byKey.get(key) ?? []), sum]);
  }
  return [...byKey.values()]
    .sort(([a], [b]) => compareKeys(a!.key, b!.key))
    .map((group) => {
      const { key } = group[0]!;
      return {
        id: idOf(key),
        key: Object.fromEntries(by.map((dimension, index) => [dimension, key[index]!])),
        pence: penceOf(group.filter(({ valued }) => valued)),
        quantities: group.map(quantityRow).sort((a, b) => byCodePoint(a.measure, b.measure)),
      };
    });
}

function penceOf(valued: readonly SumRow[]): Record<CountedFigure, number | null> {
  const sum = (figure: CountedFigure) =>
    valued.length === 0 ? null : valued.reduce((pence, { amounts }) => pence + (amounts[figure]?.pence ?? 0), 0);
  return forEachFigure(sum);
}

function quantityRow({ measure, unit, amounts }: SumRow): QuantityRow {
  const quantity = (figure: CountedFigure) => quantityText((amounts[figure] ?? (NOTHING as Amount)).quantity);
  return { measure, unit, ...forEachFigure(quantity) };
}

function forEachFigure<Value>(of: (figure: CountedFigure) => Value): Record<CountedFigure, Value> {
  return Object.fromEntries(COUNTED.map((figure) => [figure, of(figure)])) as Record<CountedFigure, Value>;
}

/** Keys in the order of their values, by code point. */
export function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = byCodePoint(a[at]!, b[at]!);
    if (difference !== 0) return difference;
  }
  return 0;
}
