import type { TemplateRow } from '#areas/workbook/index.js';
import type { MadeRow } from './made-row.js';

type Delivery = TemplateRow<'deliveries'>;
type Review = TemplateRow<'reviews'>;

/**
 * Rows as a single workbook can say them, each in the place where it was first stated. What was stated anew says what it
 * said last. In a workbook all deliveries come before all reviews, so nothing is reviewed before it is corrected there: of
 * a report that was decided and then corrected, the correction stands in its place, and is what its reviews are of; a
 * report that was only queried stands with its correction, and the query, which decided nothing, is left out.
 */
export function lastStated(rows: readonly MadeRow[]): readonly MadeRow[] {
  const restated = lastOf(rows);
  const { corrections, decided } = correctionsIn(rows);
  const replaced = new Map([...corrections].flatMap(([report, { reference }]) => (decided.has(report) ? [[reference, report] as const] : [])));
  return rows.flatMap((row): readonly MadeRow[] => {
    const last = restated.get(identityOf(row) ?? '');
    if (last) return last.first === row ? [{ ...row, values: last.values }] : [];
    if (row.sheet === 'deliveries') {
      const values = row.values as Delivery;
      const correction = decided.has(values.reference) ? corrections.get(values.reference) : undefined;
      if (correction) return [{ ...row, values: { ...correction, reference: values.reference, corrects: null, reason: null } }];
      return replaced.has(values.reference) ? [] : [row];
    }
    if (row.sheet !== 'reviews') return [row];
    const values = row.values as Review;
    if (corrections.has(values.delivery)) return [];
    return [{ ...row, values: { ...values, delivery: replaced.get(values.delivery) ?? values.delivery } }];
  });
}

/** What a row that may be stated anew is known by. */
function identityOf({ sheet, values }: MadeRow): string | undefined {
  if (sheet === 'providers') return (values as TemplateRow<'providers'>).reference;
  if (sheet !== 'targets') return undefined;
  const { commitment, from, to } = values as TemplateRow<'targets'>;
  return `${commitment} ${from} ${to}`;
}

/** Where each is first stated, and what it says last. */
function lastOf(rows: readonly MadeRow[]): ReadonlyMap<string, { readonly first: MadeRow; readonly values: MadeRow['values'] }> {
  const last = new Map<string, { readonly first: MadeRow; readonly values: MadeRow['values'] }>();
  for (const row of rows) {
    const identity = identityOf(row);
    if (identity !== undefined) last.set(identity, { first: last.get(identity)?.first ?? row, values: row.values });
  }
  return last;
}

/** The correction of each report that has one, and the reports that were decided, not queried alone. */
function correctionsIn(rows: readonly MadeRow[]): { readonly corrections: ReadonlyMap<string, Delivery>; readonly decided: ReadonlySet<string> } {
  const corrections = new Map<string, Delivery>();
  const decided = new Set<string>();
  for (const { sheet, values } of rows) {
    if (sheet === 'deliveries') {
      const delivery = values as Delivery;
      if (delivery.corrects !== null) corrections.set(delivery.corrects, delivery);
    } else if (sheet === 'reviews') {
      const { delivery, decision } = values as Review;
      if (decision !== 'queried') decided.add(delivery);
    }
  }
  return { corrections, decided };
}
