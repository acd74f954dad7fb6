/** How a change of something agreed before begins its sentence; nothing where it is stated for the first time. */
export function stated(change: { readonly kind: 'variation' | 'entry error' } | undefined): string {
  if (change === undefined) return '';
  return change.kind === 'variation' ? 'Changed: ' : 'Put right, because it was typed wrong: ';
}

/** A field that changed: what it is called, and how it reads. */
export type Said<Terms> = readonly (readonly [name: string, read: (terms: Terms) => string])[];

/**
 * What of some terms reads otherwise than before: `its last day is now 31 March 2028 (before: 31 March 2027)`.
 * @param before null where nothing is known of it
 */
export function changes<Terms>(said: Said<Terms>, before: Terms | null, after: Terms): readonly string[] {
  return said.flatMap(([name, read]) => {
    const [was, is] = [before === null ? null : read(before), read(after)];
    if (was === is) return [];
    return [`${name} is now ${is || 'left open'}${was === null ? '' : ` (before: ${was || 'not said'})`}`];
  });
}

/** The first letter as a capital: sentences that begin with a name or a word. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
