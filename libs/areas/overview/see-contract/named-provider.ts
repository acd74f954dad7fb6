/** A provider by name, with its reference, which is all there is until it is registered. */
export function named({ reference, name }: { readonly reference: string; readonly name: string }): string {
  return name === '' ? reference : `${name} (${reference})`;
}
