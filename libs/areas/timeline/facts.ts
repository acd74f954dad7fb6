/** One field of an event, in plain text. */
export interface ToldFact {
  readonly field: string;
  readonly value: string;
}

/** Fields of events that hold the opaque id of a person. */
const PEOPLE = new Set(['manager', 'reportedBy', 'reviewedBy', 'attestedBy', 'submittedBy', 'answeredBy', 'confirmedBy', 'invokedBy']);

/** How the texts and people behind an event are called. */
export interface Names {
  /** The text behind a digest; undefined when it was erased. */
  text(digest: string): string | undefined;
  person(id: string): string;
}

/** The fields of a payload, one line each, blanks left out: `terms.measure.theme: Jobs`. */
export function factsOf(payload: object, names: Names): readonly ToldFact[] {
  return flatten('', payload, names);
}

function flatten(path: string, value: unknown, names: Names): readonly ToldFact[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return value.length === 0 ? [] : [{ field: path, value: value.join('; ') }];
    return value.flatMap((item, index) => flatten(`${path}[${index}]`, item, names));
  }
  if (typeof value === 'object') {
    const digest = digestOf(value);
    if (digest) return [{ field: path, value: names.text(digest) ?? 'erased' }];
    return Object.entries(value).flatMap(([name, inner]) => flatten(path ? `${path}.${name}` : name, inner, names));
  }
  const isPerson = typeof value === 'string' && PEOPLE.has(path.slice(path.lastIndexOf('.') + 1));
  return [{ field: path, value: isPerson ? names.person(value) : String(value) }];
}

/** Every digest of an erasable text in a payload. */
export function digestsIn(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const digest = digestOf(payload);
  return digest ? [digest] : Object.values(payload).flatMap(digestsIn);
}

/** Every person in a payload. */
export function peopleIn(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([name, value]) => (PEOPLE.has(name) && typeof value === 'string' ? [value] : peopleIn(value)));
}

function digestOf(value: object): string | undefined {
  const { sha256, ...rest } = value as { sha256?: unknown };
  return typeof sha256 === 'string' && Object.keys(rest).length === 0 ? sha256 : undefined;
}
