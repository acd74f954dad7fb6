import type { ImportedRow } from '../../imported-rows/imported-rows.js';
import type { ComparedRow } from './compared-row.js';

/** How many rows that are gone are looked at a time. */
const AT_A_TIME = 5_000;

/**
 * Finds new rows that say just what rows said that are in the sheet no more: they were given another reference, and would
 * count a second time beside what stands under the first.
 * @param gone what rows are known by that were imported before and are not in the sheet any more
 */
export async function findRenamed(
  rows: readonly ComparedRow[],
  gone: readonly string[],
  last: (identities: readonly string[]) => Promise<ReadonlyMap<string, ImportedRow>>,
): Promise<readonly ComparedRow[]> {
  const byContent = new Map<string, ComparedRow>();
  for (const compared of rows) {
    const { row, sound, before, content } = compared;
    if (sound && !before && row.sheet.identity.join() === 'reference') byContent.set(nameless(content, row.sheet.passing), compared);
  }
  if (byContent.size === 0 || gone.length === 0) return rows;
  const passing = rows[0]!.row.sheet.passing;
  const renamed = new Map<ComparedRow, string>();
  for (let from = 0; from < gone.length; from += AT_A_TIME) {
    for (const [identity, { content }] of await last(gone.slice(from, from + AT_A_TIME))) {
      const same = byContent.get(nameless(content, passing));
      if (same && !renamed.has(same)) renamed.set(same, identity);
    }
  }
  return renamed.size === 0 ? rows : rows.map((compared) => (renamed.has(compared) ? { ...compared, renamed: renamed.get(compared) } : compared));
}

/** What a row says but for its reference, and for columns that by themselves never make it another. */
function nameless(content: string, passing: readonly string[]): string {
  const { reference: _, ...values } = JSON.parse(content) as Record<string, unknown>;
  return JSON.stringify(Object.entries(values).filter(([column]) => !passing.includes(column)));
}
