/** Things that share a key, in the order in which each key was first met. */
export function grouped<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string): readonly (readonly [Thing, ...Thing[]])[] {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
