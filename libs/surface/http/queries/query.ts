import { z } from 'zod';
import { checked, type ApiRoute, type RequestParts } from '../routes/route.js';

export interface QueryRequest<Params, Query> {
  readonly params: Params;
  readonly query: Query;
}

export interface QuerySpec<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Params;
  readonly query: Query;
  /**
   * The projection that the answer comes from: the route then waits for it when it is given `atLeast` (its authority is
   * the parameter `code`). Leave out for what is read from the ledger itself, which includes every position at once.
   */
  readonly projection?: string;
}

interface OneAnswer<Answer extends z.ZodType> {
  readonly answer: Answer;
  /** The version that the `ETag` states, for use as `If-Match`. */
  readonly version?: (answer: z.input<Answer>) => number;
}

export const atLeastParameter = z
  .int()
  .min(0)
  .optional()
  .describe('Wait, at most 5 seconds, until the answer includes this position of the ledger; then 503 with Retry-After.');

/** The route of a query: `GET`, answered with 200. */
export function query<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  spec: QuerySpec<Params, Query> & OneAnswer<Answer>,
): ApiRoute<QueryRequest<z.output<Params>, z.output<Query>>, z.input<Answer>> {
  return checked({
    ...ofQueries(spec),
    kind: 'query',
    query: 'code' in spec.params.shape ? spec.query.extend({ atLeast: atLeastParameter }) : spec.query,
    answers: { 200: { description: 'The answer.', schema: spec.answer } },
    asked: (parts: RequestParts) => ({
      params: parts.params as z.output<Params>,
      query: parts.query as z.output<Query>,
    }),
    version: spec.version && { of: spec.version },
  });
}

const PROBLEMS = ['not-found', 'invalid', 'failure', 'unavailable'] as const;

/** What `query` and `list` have in common. */
export function ofQueries<Params extends z.ZodObject, Query extends z.ZodObject>(spec: QuerySpec<Params, Query>) {
  if (spec.projection !== undefined && !('code' in spec.params.shape)) {
    throw new Error(`${spec.path} waits for a projection, so the parameter “code” must name its authority.`);
  }
  return {
    method: 'GET',
    path: spec.path,
    tag: spec.tag,
    summary: spec.summary,
    description: spec.description ?? '',
    params: spec.params,
    headers: z.strictObject({}),
    body: undefined,
    files: undefined,
    problems: spec.projection === undefined ? PROBLEMS : [...PROBLEMS, 'not-yet' as const, 'preparing' as const, 'parked' as const],
    projection: spec.projection,
  } as const;
}
