import type { z } from 'zod';

/**
 * The words for what a schema objects to: the rule on the first line, what to do on the second. A schema may bring
 * its own in the same form: `z.string().regex(/^C\d+$/, 'must be C and a number\nUse the contract’s reference, such as C01.')`.
 */
export function inPlainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return 'must be given\nAdd it.';
  switch (issue.code) {
    case 'invalid_type':
      return WRONG_TYPE[String(issue.expected)] ?? `must be ${String(issue.expected)}\nSend it as ${String(issue.expected)}.`;
    case 'too_small':
      return bound(issue.origin, 'small', Number(issue.minimum), issue.inclusive !== false, issue.exact === true);
    case 'too_big':
      return bound(issue.origin, 'big', Number(issue.maximum), issue.inclusive !== false, issue.exact === true);
    case 'invalid_format':
      return FORMATS[String(issue.format)] ?? 'must be in the form that this field takes';
    case 'not_multiple_of':
      return `must be a multiple of ${String(issue.divisor)}\nRound it.`;
    case 'unrecognized_keys':
      return unknownKeys(issue);
    case 'invalid_value':
      return oneOf((issue.values as readonly unknown[]) ?? []);
    case 'invalid_union':
      return Array.isArray(issue.options) && issue.options.length > 0
        ? oneOf(issue.options as readonly unknown[])
        : 'must have one of the forms that this field takes';
    default:
      return 'must be what this field takes';
  }
}

const WRONG_TYPE: Readonly<Record<string, string>> = {
  string: 'must be text\nWrite it in quotation marks.',
  number: 'must be a number\nWrite it in digits, without quotation marks.',
  int: 'must be a whole number\nWrite it in digits, without quotation marks, a point or an exponent.',
  boolean: 'must be true or false\nWrite true or false, without quotation marks.',
  array: 'must be a list\nWrite it in square brackets, even if it has one entry.',
  object: 'must be an object with named fields\nWrite it in curly brackets.',
  record: 'must be an object with named fields\nWrite it in curly brackets.',
  null: 'must be null\nWrite null.',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'must be a date that exists, written yyyy-mm-dd\nWrite it as in 2026-03-31.',
  datetime: 'must be an instant in ISO 8601, in UTC\nWrite it as in 2026-03-31T22:59:59.999Z.',
  uuid: 'must be a UUID\nWrite it as in 0b2c8f5e-7d1a-4c3b-9e6f-1a2b3c4d5e6f.',
  email: 'must be an e-mail address\nWrite it as in name@example.org.',
  url: 'must be an address on the web\nWrite it in full, with https://.',
};

function bound(origin: unknown, side: 'small' | 'big', limit: number, inclusive: boolean, exact: boolean): string {
  const [things, verb] =
    origin === 'string' ? ['character', 'have'] : origin === 'array' || origin === 'set' ? ['entry', 'hold'] : [undefined, 'be'];
  if (things !== undefined) {
    if (side === 'small' && limit === 1) return 'must not be empty\nGive a value.';
    const plural = limit === 1 ? things : things === 'entry' ? 'entries' : `${things}s`;
    const how = exact ? 'exactly' : side === 'small' ? 'at least' : 'at most';
    return `must ${verb} ${how} ${limit} ${plural}\n${side === 'small' ? 'Make it longer.' : 'Make it shorter.'}`;
  }
  const how = side === 'small' ? (inclusive ? 'at least' : 'more than') : inclusive ? 'at most' : 'less than';
  return `must be ${how} ${limit}\nCheck the figure.`;
}

function oneOf(values: readonly unknown[]): string {
  const said = values.map(String).join(', ');
  return values.length === 1 ? `must be ${said}\nWrite ${said}.` : `must be one of: ${said}\nChoose one of them.`;
}

function unknownKeys(issue: z.core.$ZodRawIssue): string {
  const shape = (issue.inst as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  const known = shape ? Object.keys(shape) : [];
  const keys = (issue.keys as readonly string[] | undefined) ?? [];
  const near = keys.length === 1 ? known.find((name) => sounds(name) === sounds(keys[0] ?? '')) : undefined;
  if (near !== undefined) return `must be a name that is known here\nDid you mean “${near}”?`;
  return known.length > 0 ? `must be a name that is known here\nRemove it; known here: ${known.join(', ')}.` : 'must be a name that is known here\nRemove it.';
}

/** Names that differ only in capitals, hyphens, underlines or a plural are taken for a slip. */
function sounds(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/s$/, '');
}
