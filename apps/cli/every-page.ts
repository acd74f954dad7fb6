const PAGE = 500;

/**
 * Everything that a list has, asked page by page.
 * @param ask answers at most so many of those that follow an item; undefined: the first
 */
export async function everyPage<Item>(ask: (after: Item | undefined, limit: number) => Promise<readonly Item[]>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (;;) {
    const found = await ask(items.at(-1), PAGE);
    items.push(...found);
    if (found.length < PAGE) return items;
  }
}
