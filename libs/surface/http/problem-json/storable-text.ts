import { shown, type Fault } from '#domain/kernel/refusal.js';
import { named } from './faults.js';

/**
 * Text that no ledger can hold: NUL, and halves of surrogate pairs, which have no UTF-8. Refused at the door, so that
 * what is recorded is what was sent.
 */
export function unstorableText(value: unknown): Fault[] {
  return holdsUnstorable(value) ? faultsIn(value, []) : [];
}

/** Looks without keeping track of where: almost nothing is ever found. */
function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return !storable(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsUnstorable);
  for (const key of Object.keys(value)) {
    if (!storable(key) || holdsUnstorable((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

function faultsIn(value: unknown, path: readonly PropertyKey[]): Fault[] {
  if (typeof value === 'string') return storable(value) ? [] : [fault(value, path)];
  if (Array.isArray(value)) return value.flatMap((entry, index) => faultsIn(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    storable(key) ? faultsIn(entry, [...path, key]) : [fault(key, [...path, key])],
  );
}

/** Whether a value of JSON has more than so many levels. Nothing that this API takes needs more than a few. */
export function isNestedDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isNestedDeeperThan(levels - 1, inner));
}

const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

function storable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

function fault(text: string, path: readonly PropertyKey[]): Fault {
  const rule = text.includes('\u0000') ? 'must not hold the character NUL' : 'must not hold half of a surrogate pair';
  const fix = 'Remove the character and send the request again.';
  return { field: printable(named(path)), value: shown(printable(text)), rule, fix };
}

function printable(text: string): string {
  return text.replaceAll('\u0000', '␀').replace(/\p{Surrogate}/gu, '\ufffd');
}
