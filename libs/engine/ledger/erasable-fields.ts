import { z } from 'zod';
import { isErasable, type TextDigest } from '#domain/kernel/event.js';

/** Takes a text out of a payload and answers what stands there instead. */
export type TakeText = (text: string) => TextDigest;

/** A payload with its erasable texts replaced; parts without any are the same objects as before. */
export type ReplaceTexts = (payload: unknown, take: TakeText) => unknown;

/**
 * Finds, once for each type of event, where its schema marks texts as erasable, and answers the function that takes
 * them out of a payload; undefined where there are none.
 * @throws {Error} where the schema holds a shape that could hide a text from this (a transformation, say), or an
 *   object that lets unknown properties pass
 */
export function erasableFields(schema: z.core.$ZodType, path: string): ReplaceTexts | undefined {
  return compile(schema, path, new Map());
}

type Known = Map<z.core.$ZodType, ReplaceTexts | undefined>;

function compile(schema: z.core.$ZodType, path: string, lazies: Known): ReplaceTexts | undefined {
  if (isErasable(schema)) return (value, take) => (typeof value === 'string' ? take(value) : value);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
      return compile(def.innerType, path, lazies);
    case 'object':
      return inObject(def, path, lazies);
    case 'array':
      return inEach(compile(def.element, `${path}[]`, lazies));
    case 'tuple':
      return inTuple(def, path, lazies);
    case 'record':
      return inValues(compile(def.valueType, `${path}{}`, lazies));
    case 'union':
      return inUnion(def.options, path, lazies);
    case 'lazy':
      return inLazy(schema, def.getter, path, lazies);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'literal':
    case 'enum':
    case 'template_literal':
      return undefined;
    default:
      throw new Error(`${path} is a “${def.type}”: events state plain facts, whose schemas only describe them.`);
  }
}

function inObject(def: z.core.$ZodObjectDef, path: string, lazies: Known): ReplaceTexts | undefined {
  if (def.catchall?._zod.def.type !== 'never') {
    throw new Error(`${path} lets unknown properties pass: use z.strictObject in events.`);
  }
  const fields = Object.entries(def.shape).flatMap(([key, schema]) => {
    const replace = compile(schema, `${path}.${key}`, lazies);
    return replace ? [{ key, replace }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value, take) => {
    if (typeof value !== 'object' || value === null) return value;
    let copy: Record<string, unknown> | undefined;
    for (const { key, replace } of fields) {
      const before = (value as Record<string, unknown>)[key];
      if (before === undefined) continue;
      const after = replace(before, take);
      if (after !== before) (copy ??= { ...value })[key] = after;
    }
    return copy ?? value;
  };
}

function inEach(replace: ReplaceTexts | undefined): ReplaceTexts | undefined {
  return replace && ((value, take) => (Array.isArray(value) ? value.map((item) => replace(item, take)) : value));
}

function inTuple(def: z.core.$ZodTupleDef, path: string, lazies: Known): ReplaceTexts | undefined {
  const items = def.items.map((item, i) => compile(item, `${path}[${i}]`, lazies));
  const rest = def.rest ? compile(def.rest, `${path}[]`, lazies) : undefined;
  if (!rest && !items.some(Boolean)) return undefined;
  return (value, take) =>
    Array.isArray(value) ? value.map((item, i) => ((i < items.length ? items[i] : rest) ?? same)(item, take)) : value;
}

function inValues(replace: ReplaceTexts | undefined): ReplaceTexts | undefined {
  return (
    replace &&
    ((value, take) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, take)]))
        : value)
  );
}

/** A value is read as the first option that it satisfies, as zod reads it. */
function inUnion(schemas: readonly z.core.$ZodType[], path: string, lazies: Known): ReplaceTexts | undefined {
  const options = schemas.map((schema) => ({ schema, replace: compile(schema, path, lazies) }));
  if (!options.some(({ replace }) => replace)) return undefined;
  return (value, take) => {
    const option = options.find(({ schema }) => z.safeParse(schema, value).success);
    return option?.replace ? option.replace(value, take) : value;
  };
}

/** A schema that refers to itself is compiled when a value first reaches it. */
function inLazy(schema: z.core.$ZodType, getter: () => z.core.$ZodType, path: string, lazies: Known): ReplaceTexts {
  return (value, take) => {
    if (!lazies.has(schema)) lazies.set(schema, compile(getter(), path, lazies));
    return (lazies.get(schema) ?? same)(value, take);
  };
}

const same: ReplaceTexts = (value) => value;
