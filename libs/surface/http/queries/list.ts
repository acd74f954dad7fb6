import { z } from 'zod';
import { checked, type ApiRoute } from '../routes/route.js';
import { readCursor, writeCursor } from './cursor.js';
import { atLeastParameter, ofQueries, type QueryRequest, type QuerySpec } from './query.js';

export const USUAL_LIMIT = 50;
export const MOST_LIMIT = 500;

export type ListRequest<Params, Query, Cursor> = QueryRequest<Params, Query> & {
  /** How many items to answer. */
  readonly limit: number;
  /** The sort key of the last item that the caller has; undefined at the beginning. */
  readonly after: Cursor | undefined;
};

/** A part of a list; `next` is what to send as `after` for the following part, null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface ListSpec<Item extends z.ZodType, Cursor extends z.ZodType> {
  readonly item: Item;
  /** The sort key of an item: what the query compares with to go on after it, such as `z.tuple([z.string()])`. */
  readonly cursor: Cursor;
}

/** The route of a list: `GET … ?limit&after`, answered with 200 and `{items, next}`. */
export function list<Params extends z.ZodObject, Query extends z.ZodObject, Item extends z.ZodType, Cursor extends z.ZodType>(
  spec: QuerySpec<Params, Query> & ListSpec<Item, Cursor>,
): ApiRoute<ListRequest<z.output<Params>, z.output<Query>, z.output<Cursor>>, Page<z.input<Item>>> {
  const pages = {
    limit: z.int().min(1).max(MOST_LIMIT).default(USUAL_LIMIT).describe('How many items to answer at most.'),
    after: z.string().optional().describe('Go on after the item that an earlier answer ended with: its `next`.'),
    ...('code' in spec.params.shape ? { atLeast: atLeastParameter } : {}),
  };
  const answer = z.strictObject({
    items: z.array(spec.item).describe('The items, in order.'),
    next: z.string().nullable().describe('Send this as `after` for the items that follow; null at the end.'),
  });
  return checked({
    ...ofQueries(spec),
    kind: 'list',
    query: spec.query.extend(pages),
    answers: { 200: { description: 'A part of the list.', schema: answer } },
    asked: (parts) => ({
      params: parts.params as z.output<Params>,
      query: parts.query as z.output<Query>,
      limit: Number(parts.query['limit']),
      after: readCursor(spec.cursor, parts.query['after'] as string | undefined),
    }),
    version: undefined,
  });
}

/**
 * The page that begins a result of up to `limit + 1` rows: ask the database for one row more than was asked for, and
 * whether there is a next page is known without counting.
 */
export function pageOf<Item>(rows: readonly Item[], limit: number, cursor: (item: Item) => unknown): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(cursor(last)) : null };
}
