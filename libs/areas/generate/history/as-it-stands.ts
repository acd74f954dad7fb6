import type { RowsByHand, SheetName, TemplateRow } from '#areas/workbook/index.js';
import type { MadeRow } from './made-row.js';
import type { Portfolio } from './make-portfolio.js';

/** What rows that come again are known by. */
const KNOWN_BY: { readonly [Name in SheetName]?: (values: TemplateRow<Name>) => string } = {
  providers: ({ reference }) => reference,
  targets: ({ commitment, from }) => `${commitment} ${from}`,
};

/**
 * All rows of a history as one workbook, imported at one moment, can say them: what was said again stands as it was said
 * last, and of a report that was corrected the correction is reviewed. Years are closed after everything.
 */
export function asItStands(portfolios: Iterable<Pick<Portfolio, 'rows'>>): RowsByHand {
  const rows = [...portfolios].flatMap((portfolio) => portfolio.rows).toSorted((one, other) => one.moment - other.moment);
  const corrected = new Set(rows.flatMap(({ sheet, values }) => (sheet === 'deliveries' ? ((values as TemplateRow<'deliveries'>).corrects ?? []) : [])));
  const sheets: Partial<Record<SheetName, Map<unknown, object>>> = {};
  for (const row of rows) {
    if (row.sheet === 'reviews' && corrected.has((row.values as TemplateRow<'reviews'>).delivery)) continue;
    (sheets[row.sheet] ??= new Map<unknown, object>()).set(identityOf(row), row.values);
  }
  return Object.fromEntries(Object.entries(sheets).map(([sheet, stand]) => [sheet, [...stand.values()]])) as RowsByHand;
}

function identityOf({ sheet, values }: MadeRow): unknown {
  const knownBy = KNOWN_BY[sheet] as ((values: object) => string) | undefined;
  return knownBy ? knownBy(values) : values;
}
