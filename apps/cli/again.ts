/** Gathers the values of an option that may be given again: `--state due --state overdue`. */
export function again(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
