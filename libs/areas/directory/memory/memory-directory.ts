import type { Directory } from '../directory.js';
import { newPersonId, personName } from '../person-name.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** The directory in memory: for tests, and for whatever needs no database. */
export class MemoryDirectory implements Directory {
  /** By authority, then by what the person is known as. */
  private readonly people = new Map<string, Map<string, Person>>();

  async personId(authority: string, name: string): Promise<string> {
    return (await this.personIds(authority, [name])).get(name)!;
  }

  async personIds(authority: string, names: readonly string[], under?: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const read = names.map((typed) => ({ typed, ...personName(typed) }));
    const here = this.in(authority);
    for (const { typed, name, knownAs } of read) if (!here.has(knownAs)) here.set(knownAs, { id: under?.get(typed) ?? newPersonId(), name });
    return new Map(read.map(({ typed, knownAs }) => [typed, here.get(knownAs)!.id]));
  }

  async known(authority: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const here = this.in(authority);
    return new Map(
      names.flatMap((typed) => {
        const person = here.get(personName(typed).knownAs);
        return person ? [[typed, person.id] as const] : [];
      }),
    );
  }

  async nameOf(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = new Set(ids);
    return new Map([...this.in(authority).values()].filter(({ id }) => asked.has(id)).map(({ id, name }) => [id, name]));
  }

  private in(authority: string): Map<string, Person> {
    const here = this.people.get(authority) ?? new Map<string, Person>();
    this.people.set(authority, here);
    return here;
  }
}
