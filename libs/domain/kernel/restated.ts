import { refuse } from './refusal.js';

/** Some of the terms, as a change states them; what is left out or undefined stays. */
export type Restatement<Terms> = { readonly [Name in keyof Terms]?: Terms[Name] | undefined };

/** The terms with what a change states anew. */
export function restated<Terms extends object>(terms: Terms, changes: Restatement<Terms>): Terms {
  const stated = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...terms, ...Object.fromEntries(stated) };
}

/** Whether two statements of the same terms say the same. */
export function sameTerms<Terms extends object>(one: Terms, other: Terms): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Terms>;
  return [...names].every((name) => canonical(one[name]) === canonical(other[name]));
}

/** Refuses a change that changes nothing: there would be nothing to record. */
export function refuseNoChange(what: string, reference: string): never {
  return refuse(what, reference, 'must change in something, but everything stated stands already', 'State what is to be different.');
}

/** Terms are plain JSON; the order of an object's properties says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
