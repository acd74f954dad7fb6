import { readFileSync } from 'node:fs';
import type { Database, Transaction } from '#engine/database/database.js';
import type { Directory } from '../directory.js';
import { newPersonId, type PersonName, personName } from '../person-name.js';

const sql = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const enterPeople = { name: 'directory-enter-people', text: sql('./enter-people.sql') };
const peopleKnownAs = { name: 'directory-people-known-as', text: sql('./people-known-as.sql') };
const namesOfPeople = { name: 'directory-names-of-people', text: sql('./names-of-people.sql') };

interface KnownRow {
  readonly known_as: string;
  readonly person_id: string;
}

/** The directory in PostgreSQL: table `directory.person`. */
export class PostgresDirectory implements Directory {
  constructor(private readonly database: Database) {}

  async personId(authority: string, name: string): Promise<string> {
    return (await this.personIds(authority, [name])).get(name)!;
  }

  async personIds(authority: string, names: readonly string[], under?: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    if (names.length === 0) return new Map();
    const read = readNames(names);
    let ids = await this.database.read([authority], (tx) => idsOf(tx, authority, read));
    const unmet = [...read].flatMap(([typed, name]) => (ids.has(name.knownAs) ? [] : [{ ...name, id: under?.get(typed) ?? newPersonId() }]));
    if (unmet.length > 0) ids = await this.database.write([authority], (tx) => enter(tx, authority, unmet, read));
    return byTyped(read, ids);
  }

  async known(authority: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const read = readNames(names);
    return byTyped(read, await this.database.read([authority], (tx) => idsOf(tx, authority, read)));
  }

  async nameOf(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read([authority], (tx) =>
      tx.query<{ person_id: string; name: string }>(namesOfPeople, [authority, [...new Set(ids)]]),
    );
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  }
}

type Typed = ReadonlyMap<string, PersonName>;
type Entered = PersonName & { readonly id: string };

function readNames(names: readonly string[]): Typed {
  return new Map(names.map((typed) => [typed, personName(typed)]));
}

async function idsOf(tx: Transaction, authority: string, read: Typed): Promise<ReadonlyMap<string, string>> {
  if (read.size === 0) return new Map();
  const rows = await tx.query<KnownRow>(peopleKnownAs, [authority, [...read.values()].map(({ knownAs }) => knownAs)]);
  return new Map(rows.map(({ known_as, person_id }) => [known_as, person_id]));
}

/** A second statement reads who is there now: the insert has waited for anybody else who entered the same people. */
async function enter(tx: Transaction, authority: string, unmet: readonly Entered[], read: Typed): Promise<ReadonlyMap<string, string>> {
  const firstTyped = new Map(unmet.toReversed().map((one) => [one.knownAs, one]));
  const once = [...firstTyped.values()].sort((a, b) => (a.knownAs < b.knownAs ? -1 : 1));
  const column = <Value>(of: (one: Entered) => Value): Value[] => once.map(of);
  await tx.query(enterPeople, [authority, column(({ id }) => id), column(({ name }) => name), column(({ knownAs }) => knownAs)]);
  return idsOf(tx, authority, read);
}

function byTyped(read: Typed, ids: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [typed, { knownAs }] of read) {
    const id = ids.get(knownAs);
    if (id !== undefined) found.set(typed, id);
  }
  return found;
}
