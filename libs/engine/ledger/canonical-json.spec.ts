import fc from 'fast-check';
import { Refusal } from '#domain/kernel/refusal.js';
import { canonicalJson, checkText } from './canonical-json.js';

const canonical = (value: unknown): string => canonicalJson(value, 'payload');

function refusedField(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.faults[0].field;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('canonical JSON', () => {
  it.each([
    // The examples of RFC 8785: 3.2.2 (numbers, strings, literals), 3.2.3 (sorting), appendix B (numbers).
    // eslint-disable-next-line no-loss-of-precision
    [{ numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27] }, '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}'],
    [{ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/' }, String.raw`{"string":"€$\u000f\nA'B\"\\\\\"/"}`],
    [{ literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    [
      { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\u{1f600}': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    [-0, '0'],
    [5e-324, '5e-324'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [0.000001, '0.000001'],
    [333333333.33333325, '333333333.33333325'],
    [[56, { d: true, 10: null, 1: [] }], '[56,{"1":[],"10":null,"d":true}]'],
    [{ b: undefined, a: '' }, '{"a":""}'],
    ['🏗️ שלום é', '"🏗️ שלום é"'],
  ])('%j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('gives one text to one value, which reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalOrNothing(value);
        if (text === undefined) return;
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which properties were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalOrNothing(backwards)).toBe(canonicalOrNothing(object));
      }),
    );
  });

  it.each([
    [{ a: { b: ['x', 'NUL \0 here'] } }, 'payload.a.b[1]'],
    [{ a: '\ud83d' }, 'payload.a'],
    [{ a: 'low \udc00 alone' }, 'payload.a'],
    [{ a: { 'k\0': 1 } }, 'payload.a (the name of a property)'],
    [{ a: [1, Number.NaN] }, 'payload.a[1]'],
    [{ a: Number.POSITIVE_INFINITY }, 'payload.a'],
    [{ a: 5n }, 'payload.a'],
    [{ a: new Date(0) }, 'payload.a'],
    [{ a: [undefined] }, 'payload.a[0]'],
    [undefined, 'payload'],
  ])('refuses what no record can keep, and says where (%#)', (value, field) => {
    expect(refusedField(() => canonical(value))).toBe(field);
  });

  it('takes whole surrogate pairs, and the escape of NUL as six plain characters', () => {
    expect(canonical('😀 \\u0000')).toBe('"😀 \\\\u0000"');
    expect(() => checkText('😀', 'name')).not.toThrow();
    expect(refusedField(() => checkText('a\0', 'name'))).toBe('name');
  });
});

function canonicalOrNothing(value: unknown): string | undefined {
  try {
    return canonical(value);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
