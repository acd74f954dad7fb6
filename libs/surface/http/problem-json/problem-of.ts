import { HttpException } from '@nestjs/common';
import { Refusal } from '#domain/kernel/refusal.js';
import { endedByTheServer, isUnanswered, neverReached } from '#engine/database/lost-connection.js';
import { Preparing } from '#engine/projections/versions.js';
import { Problem, type ProblemKind } from './problem.js';

/** The problem that an error is answered with. `undefined`: it is a fault of ours, whose inside is nobody's business. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return problemOfRefusal(error);
  if (error instanceof Preparing) return new Problem('preparing', error.message, [], { 'Retry-After': '10' });
  const inner = error instanceof HttpException ? error.cause : error;
  if (isParserError(inner)) return problemOfParser(inner);
  if (error instanceof HttpException) return problemOfHttpException(error);
  if (neverReached(error)) return unavailable('The database cannot be reached. Nothing has been recorded. Try again soon.');
  if (endedByTheServer(error) || isUnanswered(error)) {
    return unavailable(
      'The connection to the database was lost. A command may have been recorded, or not: send it again soon with the same Idempotency-Key, and it is recorded once.',
    );
  }
  return undefined;
}

const BY_REFUSAL = {
  invalid: 'invalid',
  'not found': 'not-found',
  conflict: 'conflict',
  stale: 'stale',
} as const satisfies Record<Refusal['kind'], ProblemKind>;

function problemOfRefusal({ kind, faults }: Refusal): Problem {
  // The same key with another request is a fault of the request itself, not a race that trying again could win.
  const keyTaken = kind === 'conflict' && faults[0].field === 'Idempotency-Key';
  return new Problem(keyTaken ? 'invalid' : BY_REFUSAL[kind], inSentences(faults), faults);
}

/** The faults, in a sentence or two for people who read only the detail. */
export function inSentences(faults: readonly { readonly field: string; readonly rule: string; readonly fix: string }[]): string {
  const [first, ...others] = faults;
  if (!first) return '';
  const more = others.length === 0 ? '' : ` And ${others.length} more: see errors.`;
  return `${first.field} ${first.rule}. ${first.fix}${more}`;
}

interface ParserError extends Error {
  readonly type: string;
  readonly status: number;
  readonly limit?: number;
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'type' in error && 'status' in error && /^(entity|encoding|charset|request|stream)\./.test(String(error.type));
}

function problemOfParser(error: ParserError): Problem {
  switch (error.type) {
    case 'entity.too.large':
      return new Problem('too-large', `The body may have ${error.limit ?? 0} bytes at most. Send less at a time, or send an import.`);
    case 'entity.parse.failed':
      return new Problem('malformed', 'The body is not JSON. Check the quotation marks, commas and brackets.');
    case 'entity.verify.failed':
      return new Problem('malformed', 'The body is not in UTF-8. Send it in UTF-8.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem('media-type', 'The body must be JSON in UTF-8, plain or compressed with gzip, deflate or br.');
    default:
      return new Problem('malformed', 'The body broke off or is not as long as its headers say. Send it again.');
  }
}

function problemOfHttpException(error: HttpException): Problem | undefined {
  switch (error.getStatus()) {
    case 404:
      return new Problem('not-found', 'There is nothing at this address. /api/docs lists the addresses there are.');
    case 413:
      return new Problem('too-large', 'The request is too large.');
    case 415:
      return new Problem('media-type', 'The request is of a kind that this address does not take.');
    case 400:
      return new Problem('malformed', 'The address or the body of the request cannot be read. Check its percent-encoding.');
    default:
      return undefined;
  }
}

const unavailable = (detail: string): Problem => new Problem('unavailable', detail, [], { 'Retry-After': '5' });
