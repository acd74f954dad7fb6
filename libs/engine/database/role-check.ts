import type { Database } from './database.js';
import { StartFailure } from './start-failure.js';

interface Facts {
  readonly role: string;
  readonly all_powerful: boolean;
  readonly owns: string | null;
  readonly version: number;
  readonly encoding: string;
}

/**
 * The name of the application's role, if it is fit to be one: row-level security does not bind a superuser, nor the
 * owner of a table everywhere.
 * @throws {StartFailure}
 */
export async function checkRole(database: Database): Promise<string> {
  const [facts] = await database.query<Facts>(
    `select current_user as role,
            rolsuper or rolbypassrls as all_powerful,
            (select min(oid::regclass::text) from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns,
            current_setting('server_version_num')::int / 10000 as version,
            current_setting('server_encoding') as encoding
       from pg_roles
      where rolname = current_user`,
  );
  const { role, all_powerful: allPowerful, owns, version, encoding } = facts!;
  if (version < 15) throw new StartFailure(`The database runs PostgreSQL ${version}; 15 or later is needed.`);
  if (encoding !== 'UTF8') throw new StartFailure(`The database's encoding is ${encoding}; create it with encoding UTF8.`);
  if (allPowerful || owns !== null) {
    throw new StartFailure(
      `“${role}”, the role of DATABASE_URL, ${allPowerful ? 'is not bound by row-level security' : `owns the table ${owns}`}, ` +
        'so it could cross from one authority to another. Make a plain role (create role svl_app login noinherit password …) ' +
        'for DATABASE_URL, and give the owner’s address as MIGRATION_DATABASE_URL.',
    );
  }
  return role;
}
