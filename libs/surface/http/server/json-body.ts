import { isUtf8 } from 'node:buffer';
import { json, type RequestHandler } from 'express';

/** The most that a body of JSON may have: far above any command, far below what hurts. */
export const MOST_JSON_BYTES = 1_000_000;

/** Reads bodies of JSON, in UTF-8 that is UTF-8. */
export function jsonBody(): RequestHandler {
  return json({
    limit: MOST_JSON_BYTES,
    strict: false,
    type: ['application/json', 'application/*+json'],
    verify: (_request, _response, body, encoding) => {
      if (encoding === 'utf-8' && !isUtf8(body)) throw new Error('not UTF-8');
    },
  });
}
