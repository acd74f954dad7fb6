/** What a record holds under a name that people chose: never what JavaScript's objects inherit (`constructor`). */
export function held<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
