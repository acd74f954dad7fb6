import { z } from 'zod';
import { erasableText } from '#domain/kernel/event.js';
import { erasableFields } from './erasable-fields.js';

/** A payload with each text that was taken out of it replaced by its upper case. */
function taken(schema: z.ZodType, payload: unknown): unknown {
  const replace = erasableFields(schema, 'Event');
  return replace ? replace(payload, (text) => text.toUpperCase() as never) : payload;
}

describe('erasable fields', () => {
  it('are found wherever a schema may hide them', () => {
    const schema = z.strictObject({
      plain: z.string(),
      direct: erasableText(),
      described: erasableText().meta({ description: 'a note' }),
      optional: erasableText().optional(),
      nullable: erasableText().nullable(),
      both: erasableText().nullable().optional(),
      readonly: z.array(erasableText()).readonly(),
      nested: z.array(z.strictObject({ name: erasableText(), kind: z.string() })),
      pair: z.tuple([z.string(), erasableText()]),
      rest: z.tuple([z.string()], erasableText()),
      byName: z.record(z.string(), z.strictObject({ note: erasableText() })),
      matrix: z.array(z.array(erasableText())),
    });
    const payload = {
      plain: 'a', direct: 'b', described: 'c', optional: 'd', nullable: null, both: 'e', readonly: ['f', 'g'],
      nested: [{ name: 'h', kind: 'i' }], pair: ['j', 'k'], rest: ['l', 'm', 'n'], byName: { o: { note: 'p' } }, matrix: [['q'], []],
    };
    expect(taken(schema, payload)).toEqual({
      plain: 'a', direct: 'B', described: 'C', optional: 'D', nullable: null, both: 'E', readonly: ['F', 'G'],
      nested: [{ name: 'H', kind: 'i' }], pair: ['j', 'K'], rest: ['l', 'M', 'N'], byName: { o: { note: 'P' } }, matrix: [['Q'], []],
    });
  });

  it('are taken from the option of a union that a value satisfies', () => {
    const schema = z.strictObject({
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person'), text: erasableText() }),
        z.strictObject({ kind: z.literal('rule'), text: z.string() }),
      ]),
      or: z.union([z.number(), z.strictObject({ note: erasableText() })]),
    });
    expect(taken(schema, { by: { kind: 'person', text: 'a' }, or: 1 })).toEqual({ by: { kind: 'person', text: 'A' }, or: 1 });
    expect(taken(schema, { by: { kind: 'rule', text: 'a' }, or: { note: 'b' } })).toEqual({ by: { kind: 'rule', text: 'a' }, or: { note: 'B' } });
  });

  it('are followed into a schema that refers to itself', () => {
    interface Tree {
      readonly note: unknown;
      readonly branches: readonly Tree[];
    }
    const tree: z.ZodType<Tree> = z.strictObject({ note: erasableText(), branches: z.array(z.lazy(() => tree)) });
    const grown = { note: 'a', branches: [{ note: 'b', branches: [{ note: 'c', branches: [] }] }] };
    expect(taken(tree, grown)).toEqual({ note: 'A', branches: [{ note: 'B', branches: [{ note: 'C', branches: [] }] }] });
  });

  it('leave digests, and payloads without any, as they are', () => {
    const schema = z.strictObject({ note: erasableText(), deep: z.strictObject({ plain: z.string() }) });
    const payload = { note: { sha256: 'ab'.repeat(32) }, deep: { plain: 'a' } };
    expect(taken(schema, payload)).toBe(payload);
    expect(erasableFields(z.strictObject({ plain: z.string() }), 'Event')).toBeUndefined();
  });

  it.each<[string, z.ZodType, RegExp]>([
    ['a transformation', z.strictObject({ a: z.string().transform((text) => text.length) }), /^Event\.a is a “pipe”/],
    ['a default', z.strictObject({ a: z.array(z.string().default('x')) }), /^Event\.a\[\] is a “default”/],
    ['anything at all', z.strictObject({ a: z.unknown() }), /^Event\.a is a “unknown”/],
    ['a date object', z.strictObject({ a: z.date() }), /^Event\.a is a “date”/],
    ['an object that drops what it does not know', z.strictObject({ a: z.object({}) }), /^Event\.a lets unknown properties pass/],
    ['an object that keeps what it does not know', z.looseObject({}), /^Event lets unknown properties pass/],
  ])('refuses a schema with %s', (_, schema, message) => {
    expect(() => erasableFields(schema, 'Event')).toThrow(message);
  });
});
