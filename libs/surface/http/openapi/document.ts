import type { ApiRoute } from '../routes/route.js';
import { operationOf } from './operation.js';
import { Schemas, type JsonSchema } from './schemas.js';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const INFO = {
  title: 'Social Value Ledger',
  version: '1',
  description:
    'The record of the social value that providers promised to public authorities, and of what arrived. ' +
    'Commands are POST and need an Idempotency-Key; queries are GET and take atLeast, the position of a command to wait for. ' +
    'Money is in whole pence, quantities are decimal numbers in text, dates are yyyy-mm-dd.',
};

/**
 * The OpenAPI document of some routes, written from the schemas that validate their requests. (The converter that
 * comes with @nestjs/swagger speaks the dialect of OpenAPI 3.0; 3.1 takes JSON Schema as it is.)
 */
export function documentOf(routes: readonly ApiRoute[]): OpenApiDocument {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const operations = new Map<unknown, string>();
  for (const route of [...routes].sort(byPath)) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    const operation = operationOf(route, schemas);
    const other = operations.get(operation['operationId']);
    if (other !== undefined) throw new Error(`${path} and ${other} have the same summary, “${route.summary}”.`);
    operations.set(operation['operationId'], path);
    (paths[path] ??= {})[route.method.toLowerCase()] = operation;
  }
  const tags = [...new Set(routes.map((route) => route.tag))].sort().map((name) => ({ name }));
  return { openapi: '3.1.0', info: INFO, tags, paths, components: { schemas: schemas.components } };
}

function byPath(one: ApiRoute, other: ApiRoute): number {
  const [a, b] = [`${one.path} ${one.method}`, `${other.path} ${other.method}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
