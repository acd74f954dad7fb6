import fc from 'fast-check';
import type { z } from 'zod';
import type { NewEvent } from '#domain/kernel/event.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { Refusal } from '#domain/kernel/refusal.js';

/**
 * Whatever is sent, it is decided or refused: never another exception, and never a fact that its own schema would
 * not take. Half of the inputs are any JSON at all; the others have the schema's shape, filled with values that people
 * and mischief come up with.
 */
export function decidesAnyInput<Schema extends z.ZodType>(schema: Schema, decide: (input: z.output<Schema>) => readonly NewEvent[]): void {
  let decided = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: likely(schema) }, { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> }), (sent) => {
      const taken = schema.safeParse(sent);
      if (!taken.success) return;
      decided++;
      try {
        for (const event of decide(taken.data)) eventCatalogue.get(event.type)!.schema.parse(event.payload);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 600, seed: 20_260_331 },
  );
  // A property that no input ever reaches would prove nothing.
  expect(decided).toBeGreaterThan(20);
}

const WORDS = ['C1', 'K1', 'K2', 'M1', 'P1', 'P2', 'P9', '2024-04-01', '2025-03-31', '2024-02-29', '2199-12-31', '1900-01-01', '2024/25'];
const NUMBERS = ['0', '1', '10', '0.5', '100', '33.3333', '9999999999.999999', '10000000000', '-1', '1e3', '999999999.9999'];
const ODD = ['', ' ', '__proto__', 'constructor', 'x'.repeat(301), '👩🏽‍🏫', 'مريم', '=1+1', 'long words of a bid'];

const text = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NUMBERS), fc.constantFrom(...ODD), fc.string({ maxLength: 8 }));

/** Values of a schema's shape, mostly such as it takes. */
function likely(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { def: Definition }).def;
  switch (def.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape!).map(([name, inner]) => [name, likely(inner)])));
    case 'array':
      return fc.array(likely(def.element!), { maxLength: 4 });
    case 'nullable':
      return fc.oneof(fc.constant(null), likely(def.innerType!));
    case 'optional':
    case 'default':
      return fc.oneof(fc.constant(undefined), likely(def.innerType!));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!));
    case 'literal':
      return fc.constantFrom(...def.values!);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.constantFrom(0, 1, 20, 250, 100_000_000, 1e13), fc.integer());
    case 'string':
      return fitting(schema);
    default:
      return fc.jsonValue();
  }
}

/** Most of the time a text that the schema takes, or few inputs would get past the first of their many fields. */
function fitting(schema: z.ZodType): fc.Arbitrary<unknown> {
  const takes = (value: string): boolean => schema.safeParse(value).success;
  const good = [...WORDS, ...NUMBERS, ...ODD].filter(takes);
  return good.length === 0 ? text : fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: text });
}

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
}
