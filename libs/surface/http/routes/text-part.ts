import type { Request } from 'express';
import type { z } from 'zod';
import type { Fault } from '#domain/kernel/refusal.js';
import { check } from '../problem-json/faults.js';
import { unstorableText } from '../problem-json/storable-text.js';
import { fromText, textFields } from './from-text.js';

type Texts = Iterable<readonly [string, string]>;

/** Reads a part of a request that comes as texts (parameters, a query, the fields of a form), adding to the faults. */
export function textPart(schema: z.ZodObject): (texts: Texts, faults: Fault[]) => Record<string, unknown> {
  const fields = textFields(schema);
  return (texts, faults) => {
    const read = fromText(fields, texts);
    faults.push(...read.faults);
    return keep(check(schema, read.value, 'request'), faults, unstorableText(read.value)) as Record<string, unknown>;
  };
}

/** The names and values after the question mark, repeated ones too. */
export function queryOf(request: Request): Texts {
  const { originalUrl } = request;
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : originalUrl.slice(mark + 1));
}

/** The value that a check let through; else adds its faults, and those of texts that cannot be stored only once. */
export function keep(result: ReturnType<typeof check>, faults: Fault[], unstorable: readonly Fault[] = []): unknown {
  faults.push(...unstorable);
  if (result.ok) return result.value;
  const named = new Set(unstorable.map((fault) => fault.field));
  faults.push(...result.faults.filter((fault) => !named.has(fault.field)));
  return undefined;
}
