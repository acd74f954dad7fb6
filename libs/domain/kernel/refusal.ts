/** One thing that is wrong with what a person asked for, said so that they can put it right. */
export interface Fault {
  /** The field as the person knows it: a property of the body, a column of a sheet, an option. */
  readonly field: string;
  /** The value found, as text; an empty string when nothing was given. */
  readonly value: string;
  /** The rule that the value breaks. */
  readonly rule: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * What kind of refusal it is; the surface turns it into a status code, the command line into an exit code.
 * - `invalid`: the request breaks a rule
 * - `not found`: what it names does not exist
 * - `conflict`: something else got there first, or the same command id came with another request
 * - `stale`: the caller named a version (`If-Match`) that is no longer the latest
 */
export type RefusalKind = 'invalid' | 'not found' | 'conflict' | 'stale';

/** A command or query that was understood and refused. Nothing has been recorded. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly faults: readonly [Fault, ...Fault[]],
    readonly kind: RefusalKind = 'invalid',
  ) {
    super(faults.map((fault) => `${fault.field}: ${fault.rule} (found “${fault.value}”). ${fault.fix}`).join('\n'));
  }
}

/** Refuses with a single fault. */
export function refuse(field: string, value: unknown, rule: string, fix: string, kind: RefusalKind = 'invalid'): never {
  throw new Refusal([{ field, value: shown(value), rule, fix }], kind);
}

/** A value as it is quoted back to a person: at most 200 characters. */
export function shown(value: unknown): string {
  const text =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Gathers all that is wrong before refusing, so that a person hears of everything at once. */
export class Faults {
  private readonly found: Fault[] = [];

  add(field: string, value: unknown, rule: string, fix: string): void {
    this.found.push({ field, value: shown(value), rule, fix });
  }

  /** Refuses if anything was found. */
  refuseIfAny(): void {
    const [first, ...rest] = this.found;
    if (first) throw new Refusal([first, ...rest]);
  }
}
