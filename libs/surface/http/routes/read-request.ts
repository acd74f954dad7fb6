import type { Request } from 'express';
import type { Fault } from '#domain/kernel/refusal.js';
import { check } from '../problem-json/faults.js';
import { inSentences } from '../problem-json/problem-of.js';
import { Problem } from '../problem-json/problem.js';
import { isNestedDeeperThan, unstorableText } from '../problem-json/storable-text.js';
import { isMultipart, readForm, type Form } from './read-form.js';
import type { ApiRoute, RequestParts } from './route.js';
import { keep, queryOf, textPart } from './text-part.js';

/** No request of this API nests deeper; what does is meant to exhaust something. */
const MOST_LEVELS = 32;

/** Reads the requests of a route: each part validated with its schema, all faults named at once. */
export function requestReader(route: ApiRoute): (request: Request) => Promise<RequestParts> {
  const readParams = textPart(route.params);
  const readQuery = textPart(route.query);
  const readFields = route.files && route.body ? textPart(route.body) : undefined;
  const address = `${route.method} ${route.path}`;

  return async (request) => {
    const form = await bodyOf(route, request);
    const headers = headersOf(route, request);
    const faults: Fault[] = [];
    const params = readParams(Object.entries(request.params as Record<string, string>), faults);
    const query = readQuery(queryOf(request), faults);
    const checkedHeaders = keep(check(route.headers, headers, 'headers'), faults);
    let body: unknown;
    if (readFields) body = readFields(form.fields, faults);
    else if (route.body) body = keep(check(route.body, form.json, 'body'), faults, unstorableText(form.json));
    if (faults.length > 0) throw new Problem('invalid', inSentences(faults), faults);
    return { address, params, query, headers: checkedHeaders as Record<string, unknown>, body, files: form.files };
  };
}

async function bodyOf(route: ApiRoute, request: Request): Promise<Form & { readonly json: unknown }> {
  const nothing = { fields: [], files: [], json: undefined };
  if (!route.body) return nothing;
  if (route.files) {
    if (!isMultipart(request)) throw new Problem('media-type', 'Send the files and fields as multipart/form-data.');
    return { ...(await readForm(route.files, request)), json: undefined };
  }
  const hasContent = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasContent) return { ...nothing, json: {} };
  if (!request.is(['application/json', 'application/*+json'])) {
    throw new Problem('media-type', 'Send the body as JSON, with the header Content-Type: application/json.');
  }
  if (isNestedDeeperThan(MOST_LEVELS, request.body)) {
    throw new Problem('malformed', `The body is nested deeper than ${MOST_LEVELS} levels.`);
  }
  return { ...nothing, json: request.body as unknown };
}

function headersOf(route: ApiRoute, request: Request): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of Object.keys(route.headers.shape)) {
    const value = request.headers[name.toLowerCase()];
    if (value !== undefined) found[name] = decoded([value].flat().join(', '));
  }
  if ('Idempotency-Key' in route.headers.shape && !found['Idempotency-Key']) {
    const fix = 'Send a new UUID with each command, and the same one when you send the same command again.';
    const fault = { field: 'Idempotency-Key', value: '', rule: 'must be given', fix };
    throw new Problem('key-required', `A command needs the header Idempotency-Key. ${fix}`, [fault]);
  }
  return found;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const ASCII = /^[\0-\x7f]*$/;

/** Node hands headers over byte by byte; names of people come as UTF-8. */
function decoded(header: string): string {
  if (ASCII.test(header)) return header;
  try {
    return utf8.decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}
