import type { z } from 'zod';
import { shown, type Fault } from '#domain/kernel/refusal.js';
import { inPlainWords } from './plain-words.js';

/** More than this many faults help nobody. */
const MOST_FAULTS = 100;

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What a schema said of a value: the value it takes, or everything that is wrong with it. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly [Fault, ...Fault[]] };

/**
 * Checks a value against its schema. `whole` names the value when the fault lies in it as a whole (`body`); fields
 * within are named by their path: `targets[0].quantity`.
 */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown, whole: string): Checked<z.output<Schema>> {
  const result = schema.safeParse(value, { error: inPlainWords, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const telling = (path: Path, input: unknown, message: string) => fault(schema, path, whole, input, message);
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, [], telling)).slice(0, MOST_FAULTS);
  return { ok: false, faults: faults as [Fault, ...Fault[]] };
}

type Telling = (path: Path, input: unknown, message: string) => Fault;

function faultsOf(issue: Issue, above: Path, telling: Telling): Fault[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => telling([...path, key], valueAt(issue.input, key), issue.message));
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors);
      if (branch) return branch.flatMap((inner) => faultsOf(inner, path, telling));
      const input = issue.discriminator ? valueAt(issue.input, issue.discriminator) : issue.input;
      return [telling(path, input, issue.message)];
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => faultsOf(inner, path, telling));
    default:
      return [telling(path, issue.input, issue.message)];
  }
}

/** The form that the value came nearest to, if it is plainly one of them: the only one that fails below its top. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = branches.filter((branch) => branch.every((issue) => issue.path.length > 0 || issue.code !== 'invalid_type'));
  return near.length === 1 ? near[0] : undefined;
}

function fault(schema: z.ZodType, path: Path, whole: string, input: unknown, message: string): Fault {
  const [rule = '', fix = usualFix(schema, path)] = message.split('\n');
  return { field: named(path) || whole, value: shown(input), rule, fix };
}

/** Where a rule comes without a fix, the description of its field says what belongs there. */
function usualFix(schema: z.ZodType, path: Path): string {
  const description = describedAt(schema, path);
  return description === undefined ? 'Change it and send the request again.' : `What belongs here: ${description}`;
}

interface Definition {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
}

function describedAt(schema: z.ZodType, path: Path): string | undefined {
  const [step, ...below] = path;
  const { shape, element, innerType } = schema._zod.def as Definition;
  if (step === undefined) return schema.description ?? (innerType && describedAt(innerType, path));
  const next = typeof step === 'number' ? element : shape?.[String(step)];
  if (next) return describedAt(next, below);
  return innerType && describedAt(innerType, path);
}

function valueAt(input: unknown, key: string): unknown {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : undefined;
}

/** `['targets', 0, 'quantity']` → `targets[0].quantity` */
export function named(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}
