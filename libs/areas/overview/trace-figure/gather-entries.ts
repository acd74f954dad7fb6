import type { TracedEntry } from '#areas/totals/index.js';

/** How many entries are read at a time while those of one figure are looked for. */
export const AT_A_TIME = 500;

/**
 * Gathers, page by page, the entries that a figure is made of, until there are `wanted` of them or no more entries.
 * (A total's entries are of all its figures.)
 */
export async function gatherEntries(
  read: (after: TracedEntry['cursor'] | undefined) => Promise<readonly TracedEntry[]>,
  belongs: (entry: TracedEntry['answer']) => boolean,
  wanted: number,
  after?: TracedEntry['cursor'],
): Promise<readonly TracedEntry[]> {
  const gathered: TracedEntry[] = [];
  let from = after;
  for (;;) {
    const read500 = await read(from);
    gathered.push(...read500.filter(({ answer }) => belongs(answer)));
    from = read500.at(-1)?.cursor;
    if (gathered.length >= wanted) return gathered.slice(0, wanted);
    if (read500.length < AT_A_TIME) return gathered;
  }
}
