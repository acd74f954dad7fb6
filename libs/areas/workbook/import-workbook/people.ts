import { newPersonId, type Directory } from '#areas/directory/index.js';
import type { Row } from './row.js';

/** The ids of the people whom a workbook names, by what was typed. */
export class People {
  private constructor(
    private readonly ids: ReadonlyMap<string, string>,
    /** Those who were not met before, and the ids that they stand under, which nobody has yet. */
    readonly unmet: ReadonlyMap<string, string>,
  ) {}

  /** Looks up everybody whom the rows name; enters nobody. */
  static async named(directory: Directory, authority: string, rows: Iterable<Row>): Promise<People> {
    const names = new Set<string>();
    for (const row of rows) {
      for (const [column, { person }] of Object.entries(row.sheet.columns)) {
        const typed = person ? (row.values as Record<string, unknown>)[column] : null;
        if (typeof typed === 'string') names.add(typed);
      }
    }
    const known = await directory.known(authority, [...names]);
    const strangers = [...names].filter((name) => !known.has(name));
    // However a name is typed, it is one person.
    const ids = new Map(strangers.map((name) => [name.toLowerCase(), newPersonId()]));
    const unmet = new Map(strangers.map((name) => [name, ids.get(name.toLowerCase())!]));
    return new People(new Map([...known, ...unmet]), unmet);
  }

  id(typed: string): string {
    const id = this.ids.get(typed);
    if (id === undefined) throw new Error('A person was not looked up before being named.');
    return id;
  }
}
