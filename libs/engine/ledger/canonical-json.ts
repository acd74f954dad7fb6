import { refuse } from '#domain/kernel/refusal.js';

/**
 * A value as canonical JSON text after RFC 8785: no spaces, properties sorted by UTF-16 code units, numbers and strings
 * as ECMAScript writes them. One value has one text, so a hash of the text is a hash of the value. Properties that are
 * `undefined` are left out, as JSON does.
 * @param name what the value is called in a refusal: `DeliveryReported.payload`
 * @throws {Refusal} naming the path, where a text or a property's name holds NUL or half of a surrogate pair, which
 *   PostgreSQL or UTF-8 could not keep, or where a number is not finite
 */
export function canonicalJson(value: unknown, name: string): string {
  const text = written(value);
  return text ?? refuseIn(value, name);
}

/** A text as JSON writes it, in quotation marks. @throws {Refusal} as `canonicalJson` does */
export function canonicalText(text: string, name: string): string {
  return quoted(text) ?? refuseIn(text, name);
}

/** Refuses a text that the record could not keep byte for byte. */
export function checkText(text: string, name: string): void {
  if (unkeepable.test(text)) refuseIn(text, name);
}

/** NUL, or half of a surrogate pair: with the flag `u` a whole pair is one character, and no surrogate. */
const unkeepable = /[\u0000\p{Surrogate}]/u;

/** Undefined where something in the value cannot be written; the path is looked for only then. */
function written(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writtenArray(value) : isPlain(value) ? writtenObject(value) : undefined;
    default:
      return undefined;
  }
}

/** What JSON writes as it stands: no quotation mark, no backslash, nothing outside printable ASCII. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string | undefined {
  if (plain.test(text)) return `"${text}"`;
  const json = JSON.stringify(text);
  // Both forbidden kinds come out of JSON.stringify as \uXXXX, so most texts need no second look.
  return json.includes('\\u') && unkeepable.test(text) ? undefined : json;
}

function writtenArray(values: readonly unknown[]): string | undefined {
  let text = '[';
  for (let i = 0; i < values.length; i++) {
    const item = written(values[i]);
    if (item === undefined) return undefined;
    text += i === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writtenObject(object: Readonly<Record<string, unknown>>): string | undefined {
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    const name = quoted(key);
    const item = written(value);
    if (name === undefined || item === undefined) return undefined;
    text += text === '{' ? `${name}:${item}` : `,${name}:${item}`;
  }
  return `${text}}`;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function refuseIn(value: unknown, path: string): never {
  if (typeof value === 'string') {
    refuse(
      path,
      value.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd'),
      value.includes('\0') ? 'holds the character NUL, which no record can keep' : 'holds half of a character (a lone surrogate)',
      'Type the text again, or paste it as plain text.',
    );
  }
  if (Array.isArray(value)) {
    value.forEach((item, i) => written(item) ?? refuseIn(item, `${path}[${i}]`));
  } else if (typeof value === 'object' && value !== null && isPlain(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      if (quoted(key) === undefined) refuseIn(key, `${path} (the name of a property)`);
      if (written(item) === undefined) refuseIn(item, `${path}.${key}`);
    }
  }
  return refuse(
    path,
    typeof value === 'bigint' ? `${value}n` : typeof value === 'object' ? Object.prototype.toString.call(value) : String(value),
    'must be a text, a finite number, yes or no, a list or an object of these',
    'State it as one of these; a large or exact number as text.',
  );
}
