import { z } from 'zod';
import { shown, type Fault } from '#domain/kernel/refusal.js';

interface TextField {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'comma list';
  readonly entries: 'text' | 'number' | 'boolean';
}

export type TextFields = ReadonlyMap<string, TextField>;

interface JsonProperty {
  readonly type?: string | readonly string[];
  readonly items?: JsonProperty;
  readonly explode?: boolean;
}

/** A list in one text: `by=year,theme`. It may also be repeated, as other lists are: `where=…&where=…`. */
export function commaList<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item).meta({ explode: false });
}

/** What a schema expects of each field, for values that arrive as text: in an address or a form. */
export function textFields(schema: z.ZodObject): TextFields {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const named = Object.entries(properties as Record<string, JsonProperty>);
  return new Map(named.map(([name, property]) => [name, textField(property)]));
}

function textField(property: JsonProperty): TextField {
  if (property.type !== 'array') return { kind: kindOf(property), entries: kindOf(property) };
  return { kind: property.explode === false ? 'comma list' : 'list', entries: kindOf(property.items ?? {}) };
}

function kindOf(property: JsonProperty): 'text' | 'number' | 'boolean' {
  const type = [property.type].flat().find((name) => name !== 'null');
  return type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'text';
}

/**
 * Reads texts as the values that their fields expect: numbers, booleans, lists. What is not one stays text, and the
 * schema then says what is wrong with it.
 */
export function fromText(fields: TextFields, texts: Iterable<readonly [string, string]>): { value: Record<string, unknown>; faults: Fault[] } {
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const faults: Fault[] = [];
  for (const [typed, text] of texts) {
    const name = spelt(fields, typed);
    const { kind, entries } = fields.get(name) ?? { kind: 'text', entries: 'text' };
    if (kind === 'list') ((value[name] ??= []) as unknown[]).push(read(entries, text));
    else if (kind === 'comma list') ((value[name] ??= []) as unknown[]).push(...split(text).map((entry) => read(entries, entry)));
    else if (name in value) faults.push(twice(name, text));
    else value[name] = read(entries, text);
  }
  return { value: { ...value }, faults };
}

/** The command line's spelling, `known-at`, is taken for the field `knownAt`: people move questions from one to the other. */
function spelt(fields: TextFields, typed: string): string {
  if (fields.has(typed)) return typed;
  const camel = typed.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return fields.has(camel) ? camel : typed;
}

function split(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((entry) => entry.trim());
}

function read(kind: TextField['entries'], text: string): unknown {
  if (kind === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function twice(name: string, text: string): Fault {
  return { field: name, value: shown(text), rule: 'must be given once', fix: 'Give it once.' };
}
