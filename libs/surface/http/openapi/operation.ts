import { PROBLEM_KINDS, type ProblemKind } from '../problem-json/problem.js';
import type { ApiRoute } from '../routes/route.js';
import { problemSchema } from './problem-schema.js';
import type { JsonSchema, Schemas } from './schemas.js';

/** The operation of a route, as OpenAPI 3.1 writes it. */
export function operationOf(route: ApiRoute, schemas: Schemas): JsonSchema {
  const parameters = [
    ...parametersIn('path', route, schemas),
    ...parametersIn('query', route, schemas),
    ...parametersIn('header', route, schemas),
  ];
  return {
    operationId: operationId(route.summary),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === '' ? {} : { description: route.description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body ? { requestBody: { required: true, content: bodyOf(route, schemas) } } : {}),
    responses: responsesOf(route, schemas),
  };
}

/** `Make a commitment` → `makeACommitment` */
function operationId(summary: string): string {
  const [first = '', ...others] = summary.replace(/[^A-Za-z0-9 ]/g, '').split(/ +/);
  return first.toLowerCase() + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersIn(place: 'path' | 'query' | 'header', route: ApiRoute, schemas: Schemas): JsonSchema[] {
  const schema = { path: route.params, query: route.query, header: route.headers }[place];
  return schemas.properties(schema).map(([name, { description, explode, ...property }, required]) => ({
    name,
    in: place,
    required: place === 'path' || required,
    ...(description === undefined ? {} : { description }),
    ...(explode === undefined ? {} : { explode }),
    schema: property,
  }));
}

function bodyOf(route: ApiRoute, schemas: Schemas): JsonSchema {
  if (!route.body) return {};
  if (!route.files) return { 'application/json': { schema: schemas.write(route.body) } };
  const fields = schemas.properties(route.body);
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const files = Object.entries(route.files.parts).map(([name, { description, many }]) => [
    name,
    many === true ? { type: 'array', items: file, description } : { ...file, description },
  ]);
  const properties = Object.fromEntries([...fields.map(([name, property]) => [name, withoutExplode(property)]), ...files]) as object;
  const required = fields.filter(([, , needed]) => needed).map(([name]) => name);
  return { 'multipart/form-data': { schema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false } } };
}

function withoutExplode({ explode: _explode, ...property }: JsonSchema): JsonSchema {
  return property;
}

function responsesOf(route: ApiRoute, schemas: Schemas): JsonSchema {
  const usual = Object.keys(route.answers)[0];
  const responses: Record<string, { description: string; headers?: JsonSchema; content: JsonSchema }> = {};
  for (const [status, { description, schema, mediaTypes }] of Object.entries(route.answers)) {
    const headers = route.version && status === usual ? { headers: { ETag: ETAG } } : {};
    responses[status] = { description, ...headers, content: mediaTypes ? fileContent(mediaTypes) : { 'application/json': { schema: schemas.write(schema) } } };
  }
  for (const [status, kinds] of problemsByStatus(route.problems)) {
    const description = kinds.map((kind) => PROBLEM_KINDS[kind].title).join('; or: ') + '.';
    const there = responses[status];
    const headers = status === '503' ? { headers: { 'Retry-After': RETRY_AFTER } } : {};
    const problem = { 'application/problem+json': { schema: schemas.write(problemSchema) } };
    responses[status] = there
      ? { ...there, description: `${there.description} Or: ${description}`, content: { ...there.content, ...problem } }
      : { description, ...headers, content: problem };
  }
  return responses;
}

function fileContent(mediaTypes: readonly string[]): JsonSchema {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', contentMediaType: mediaType } }]));
}

const ETAG = {
  description: 'The version that the record has reached, for use as If-Match.',
  required: true,
  schema: { type: 'string', pattern: '^"[0-9]+"$' },
};

const RETRY_AFTER = {
  description: 'After how many seconds it is worth asking again.',
  required: true,
  schema: { type: 'integer', minimum: 1 },
};

function problemsByStatus(kinds: readonly ProblemKind[]): Map<string, ProblemKind[]> {
  const byStatus = new Map<string, ProblemKind[]>();
  for (const kind of kinds) {
    const status = String(PROBLEM_KINDS[kind].status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  return byStatus;
}
