import { z } from 'zod';
import { FileAnswer } from '../routes/answer.js';
import { type ApiRoute, checked, type RequestParts } from '../routes/route.js';
import { atLeastParameter, ofQueries, type QueryRequest, type QuerySpec } from './query.js';

interface AnsweredFile {
  readonly file: { readonly description: string; readonly mediaTypes: readonly string[] };
}

/** The route of a query whose answer is a file to keep: `GET`, answered with 200 and the file. */
export function file<Params extends z.ZodObject, Query extends z.ZodObject>(
  spec: QuerySpec<Params, Query> & AnsweredFile,
): ApiRoute<QueryRequest<z.output<Params>, z.output<Query>>, FileAnswer> {
  return checked({
    ...ofQueries(spec),
    kind: 'query',
    query: 'code' in spec.params.shape ? spec.query.extend({ atLeast: atLeastParameter }) : spec.query,
    answers: { 200: { description: spec.file.description, schema: z.instanceof(FileAnswer), mediaTypes: spec.file.mediaTypes } },
    asked: (parts: RequestParts) => ({ params: parts.params as z.output<Params>, query: parts.query as z.output<Query> }),
    version: undefined,
  });
}
