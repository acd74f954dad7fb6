/** How many are read at a time for a file, so that never more than these are held with all that they rest on. */
export const AT_A_TIME = 100;

/** Everything that a register holds, read a part at a time. */
export async function* allOf<Item, Place>(read: (after: Place | undefined, limit: number) => Promise<readonly Item[]>, placeOf: (item: Item) => Place): AsyncGenerator<Item> {
  for (let after: Place | undefined; ; ) {
    const items = await read(after, AT_A_TIME);
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < AT_A_TIME) return;
    after = placeOf(last);
  }
}
