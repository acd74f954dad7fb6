/** An object as it is, but for some of its members; the others work on the object itself. */
export function overriding<Thing extends object>(thing: Thing, members: Partial<Thing>): Thing {
  return new Proxy(thing, {
    get(target, name) {
      if (name in members) return members[name as keyof Thing];
      const member = target[name as keyof Thing] as unknown;
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
