import type { z } from 'zod';
import type { ProblemKind } from '../problem-json/problem.js';

/** An answer that a route gives when it goes well. */
export interface AnswerSpec {
  readonly description: string;
  readonly schema: z.ZodType;
  /** For an answer that is a file: of which types it may be. */
  readonly mediaTypes?: readonly string[];
}

/** A file that came with a request. */
export interface UploadedFile {
  /** The name of the part: in an import, the sheet or `file`. */
  readonly part: string;
  /** The name that the sender's computer had for it; text from outside, never a path. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface FilePart {
  readonly description: string;
  /** Whether several files may come under this name. */
  readonly many?: boolean;
}

/** The files that a route takes beside its fields. */
export interface FilesSpec {
  /** What may be sent, by the name of the part. */
  readonly parts: Readonly<Record<string, FilePart>>;
  /** Whether parts of other names are taken too: what such a file is, its own name says. */
  readonly anyPart?: boolean;
  /** The most that all files of one request may have, in bytes. */
  readonly mostBytes: number;
  readonly mostFiles: number;
}

export type RouteKind = 'command' | 'query' | 'list';

/**
 * All that is known of a route, in one place: requests are validated with it, answers are checked against it, and the
 * OpenAPI document is written from it, so that the three cannot drift. Made by `command`, `upload`, `query` and `list`;
 * served by the method that carries `@Serves(route)`.
 */
export interface ApiRoute<Asked = unknown, Answer = unknown> {
  readonly kind: RouteKind;
  readonly method: 'GET' | 'POST';
  /** In full, with parameters as `:name`: `/api/authorities/:code/contracts`. */
  readonly path: string;
  /** The heading that the route stands under in the document: `Contracts`. */
  readonly tag: string;
  /** What it does, in a few words that begin with a verb. */
  readonly summary: string;
  readonly description: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly headers: z.ZodObject;
  /** JSON, or the fields of a multipart form if there are `files`; undefined: nothing is read. */
  readonly body: z.ZodObject | undefined;
  readonly files: FilesSpec | undefined;
  /** By status. The first is the usual one. */
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  readonly problems: readonly ProblemKind[];
  /** The projection to wait for when `atLeast` is given; undefined: read from the ledger, there is nothing to wait for. */
  readonly projection: string | undefined;
  /** What the handler is given, made from the validated parts of the request. */
  readonly asked: (parts: RequestParts) => Asked;
  /** Of an answer, the version that its `ETag` states. */
  readonly version: { of(answer: Answer): number } | undefined;
}

/** The parts of a request, each of the shape that its schema promises. */
export interface RequestParts {
  /** Method and path of the route, with parameters by name: `POST /api/authorities/:code/contracts`. */
  readonly address: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** What the handler of a route is given: `make(asked: Asked<typeof makeCommitment>)`. */
export type Asked<Route> = Route extends ApiRoute<infer Request, infer _Answer> ? Request : never;

/** What the handler of a route answers. */
export type Answered<Route> = Route extends ApiRoute<infer _Request, infer Answer> ? Answer : never;

/** Checks at start what types cannot: that the path's parameters are the schema's. */
export function checked<Request, Answer>(route: ApiRoute<Request, Answer>): ApiRoute<Request, Answer> {
  const inPath = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '').sort();
  const inSchema = Object.keys(route.params.shape).sort();
  if (inPath.join() !== inSchema.join()) {
    throw new Error(`${route.path} names the parameters ${inPath.join(', ')}, its schema ${inSchema.join(', ')}.`);
  }
  return route;
}
