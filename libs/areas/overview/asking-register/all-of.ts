/** How many are read at a time for a file where each rests on its contract’s stream: never more of those are held. */
export const AT_A_TIME = 100;

/** The same where they are rows as they are read. */
export const LISTED_AT_A_TIME = 5_000;

/** Everything that a register holds, read a part at a time. */
export async function* allOf<Item, Place>(
  read: (after: Place | undefined, limit: number) => Promise<readonly Item[]>,
  placeOf: (item: Item) => Place,
  atATime = AT_A_TIME,
): AsyncGenerator<Item> {
  for (let after: Place | undefined; ; ) {
    const items = await read(after, atATime);
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < atATime) return;
    after = placeOf(last);
  }
}
