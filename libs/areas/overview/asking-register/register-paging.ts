import { writeCursor } from '#surface/http/queries/cursor.js';
import { addressWith } from '../asking/asking.js';

interface Paged<Item> {
  readonly path: string;
  /** What was asked for, beside where to go on. */
  readonly said: Readonly<Record<string, string | undefined>>;
  /** Where the page begins, as it was asked; undefined: at the beginning. */
  readonly after: string | undefined;
  readonly limit: number;
  /** Where to go on after an item. */
  placeOf(item: Item): Parameters<typeof writeCursor>[0];
}

/** What of a register is shown on a page, and the way to its first page and to the next. */
export interface RegisterPaging<Item> {
  readonly shown: readonly Item[];
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

/** @param found one more than is shown, where there are more */
export function pagingOf<Item>(found: readonly Item[] = [], { path, said, after, limit, placeOf }: Paged<Item>): RegisterPaging<Item> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    firstHref: after === undefined ? undefined : addressWith(path, said),
    nextHref: found.length > limit && last !== undefined ? addressWith(path, { ...said, after: writeCursor(placeOf(last)) }) : undefined,
  };
}
