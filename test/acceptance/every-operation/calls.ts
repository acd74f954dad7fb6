import { randomUUID } from 'node:crypto';
import type { HttpAnswer } from '../../support/openapi.js';

/** A call of an operation: the path with its parameters filled in, a query, and a body where it takes one. */
export interface Call {
  readonly path: string;
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
  /** Refused although it is well-formed: there is nothing that it could do here. */
  readonly refused?: boolean;
  readonly file?: { readonly part: string; readonly name: string; readonly text: string };
}

export interface Operation {
  /** As in the document: `POST /api/authorities/{code}/contracts`. */
  readonly name: string;
  readonly valid: () => Call | Promise<Call>;
  /** A call that is refused. */
  readonly invalid: () => Call;
}

export const A = '/api/authorities/{code}';

export const at = (path: string) => path.replace(A, '/api/authorities/northfold').replace('{id}', 'nothing-of-that-name').replace('{case}', '1');

export async function call(url: string, method: string, { path, body, form, file }: Call): Promise<HttpAnswer> {
  const [where, person] = path.split('#as=');
  const headers: Record<string, string> = method === 'POST' ? { 'Idempotency-Key': randomUUID(), 'Acting-As': person ?? 'returns@provider.example' } : {};
  let sent: string | FormData | undefined;
  if (form) {
    sent = new FormData();
    for (const [name, value] of Object.entries(form)) sent.append(name, value);
    if (file) sent.append(file.part, new Blob([file.text]), file.name);
  } else if (method === 'POST') {
    headers['Content-Type'] = 'application/json';
    sent = JSON.stringify(body ?? {});
  }
  const answered = await fetch(url + where!, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
  const contentType = answered.headers.get('content-type') ?? undefined;
  return { method, path: where!, status: answered.status, contentType, headers: Object.fromEntries(answered.headers), body: contentType?.endsWith('json') === true || contentType?.includes('json;') ? await answered.json() : await answered.text() };
}

export function idAt(path: string, id: string): string {
  return at(path.replace('{id}', encodeURIComponent(id)));
}

export function post(path: string, valid: object, invalid: object, id?: string, as?: string): Operation {
  const where = (id === undefined ? at(path) : idAt(path, id)) + (as === undefined ? '' : `#as=${as}`);
  return { name: `POST ${path}`, valid: () => ({ path: where, body: valid }), invalid: () => ({ path: where, body: invalid }) };
}

/** A further good call, which later ones need. */
export function also(method: string, path: string, body: object, id?: string, as?: string): Operation {
  return { ...post(path, body, {}, id, as), name: `${method} ${path}`, invalid: () => ({ path: '' }) };
}

/** A bad call has a bad query, or, where none is given, names something that is not there. */
export function get(path: string, query: string, badQuery: string, id?: string, bad?: string): Operation {
  const where = id === undefined ? at(path) : idAt(path, id);
  return { name: `GET ${path}`, valid: () => ({ path: where + query }), invalid: () => ({ path: bad ?? (badQuery ? where + badQuery : at(path)) }) };
}
