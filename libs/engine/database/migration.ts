import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** One step of the database's shape, in plain SQL. Once applied anywhere it is never edited; a next step mends it. */
export interface Migration {
  /** Where it comes from and its number: `engine/ledger/0001-heads.sql`. */
  readonly name: string;
  /** `:app_role` stands for the quoted name of the application's role, `:'app_role'` for the name as a text. */
  readonly sql: string;
}

/** The migrations in one folder, in the order of their file names. */
export function migrationsIn(folder: URL, prefix: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: `${prefix}/${file}`, sql: readFileSync(new URL(file, slashed(folder)), 'utf8') }));
}

/**
 * The migrations of every part of a library that has some (`<part>/migrations/*.sql`): the parts named in `first`
 * before the others, which follow by name.
 */
export function migrationsOfParts(library: URL, prefix: string, first: readonly string[] = []): readonly Migration[] {
  if (!existsSync(library)) return [];
  const found = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !first.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
  return [...first, ...found].flatMap((part) =>
    migrationsIn(new URL(`${part}/migrations/`, slashed(library)), `${prefix}/${part}`),
  );
}

export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}

const slashed = (folder: URL): URL => (folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`));
