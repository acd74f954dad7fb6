import type { Fault } from '#domain/kernel/refusal.js';

/** The kinds of problem that this application answers with, and what each means to a person. */
export const PROBLEM_KINDS = {
  malformed: { status: 400, title: 'The request cannot be read' },
  'cross-site': { status: 403, title: 'The form was sent from another site' },
  'not-found': { status: 404, title: 'What the request names does not exist' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'Something else got there first' },
  stale: { status: 412, title: 'The version named in If-Match is no longer the latest' },
  'too-large': { status: 413, title: 'The request is too large' },
  'media-type': { status: 415, title: 'The request is of a kind that this address does not take' },
  'unknown-host': { status: 421, title: 'This server does not answer to that host name' },
  invalid: { status: 422, title: 'The request breaks a rule' },
  'key-required': { status: 428, title: 'A command needs an Idempotency-Key' },
  failure: { status: 500, title: 'Something went wrong on our side' },
  'not-yet': { status: 503, title: 'The answer is not ready yet' },
  preparing: { status: 503, title: 'What is asked for is being prepared' },
  parked: { status: 503, title: 'The totals of this authority stand still' },
  unavailable: { status: 503, title: 'The service cannot answer at the moment' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Where the kinds are explained; the `type` of a problem is an anchor on that page. */
export const PROBLEM_PAGE = '/api/problems';

/** The body of `application/problem+json` (RFC 9457): always these five members. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly Fault[];
}

/** A request that is answered with a problem. Throw it from a route; rules of the domain throw `Refusal` instead. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors: readonly Fault[] = [],
    /** Headers that belong to the answer, such as `Retry-After` or `Allow`. */
    readonly headers: Readonly<Record<string, string>> = {},
    /** The status, where it is not the usual one of the kind. */
    readonly status: number = PROBLEM_KINDS[kind].status,
  ) {
    super(detail);
  }

  json(): ProblemJson {
    const { title } = PROBLEM_KINDS[this.kind];
    const type = `${PROBLEM_PAGE}#${this.kind}`;
    return { type, title, status: this.status, detail: this.detail, errors: this.errors };
  }
}
