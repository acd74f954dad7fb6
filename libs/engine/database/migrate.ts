import type { DataSource, QueryRunner } from 'typeorm';

import { checksum, type Migration } from './migration.js';
import { StartFailure } from './start-failure.js';

/** The applied migrations, as the database remembers them. */
interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** Any number: every process that migrates takes this one lock. */
const LOCK = 5_081_972;

/**
 * Brings a database to its present shape, as its owner. Each step is a transaction; processes that start together
 * take turns.
 * @returns the names of the steps that were applied now
 * @throws {StartFailure} a step fails, or one that was applied has been edited since
 */
export async function migrate(
  migrationUrl: string,
  appRole: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const source = await connect(migrationUrl);
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    await runner.query(
      `create schema if not exists svl;
       create table if not exists svl.migration (
         name       text        primary key,
         checksum   text        not null,
         applied_at timestamptz not null default clock_timestamp()
       );
       grant usage on schema svl to ${quoted(appRole)};
       grant select on svl.migration to ${quoted(appRole)};`,
    );
    const pending = outstanding(migrations, await applied(runner));
    for (const migration of pending) await apply(runner, migration, appRole);
    return pending.map(({ name }) => name);
  } finally {
    // The lock ends with the connection.
    await source.destroy();
  }
}

/** The steps that are still to be applied. */
export function outstanding(migrations: readonly Migration[], done: readonly Applied[]): readonly Migration[] {
  const checksums = new Map(done.map((one) => [one.name, one.checksum]));
  for (const migration of migrations) {
    const then = checksums.get(migration.name);
    if (then !== undefined && then !== checksum(migration)) {
      throw new StartFailure(
        `The migration ${migration.name} was applied to this database and has been edited since. ` +
          'Put its text back as it was, and make the change in a new migration.',
      );
    }
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}

/** What the database remembers, read by any role that may; empty before the first migration. */
export async function appliedMigrations(query: (sql: string) => Promise<unknown>): Promise<readonly Applied[]> {
  const [{ there }] = (await query(`select to_regclass('svl.migration') is not null as there`)) as [{ there: boolean }];
  return there ? ((await query('select name, checksum from svl.migration')) as Applied[]) : [];
}

const applied = (runner: QueryRunner): Promise<readonly Applied[]> => appliedMigrations((sql) => runner.query(sql));

async function apply(runner: QueryRunner, migration: Migration, appRole: string): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query(withAppRole(migration.sql, appRole));
    await runner.query('insert into svl.migration (name, checksum) values ($1, $2)', [migration.name, checksum(migration)]);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw new StartFailure(`The migration ${migration.name} failed: ${(error as Error).message}.`);
  }
}

/** TypeORM is loaded where there is something to migrate: it takes as long as a tenth of a start. */
async function connect(url: string): Promise<DataSource> {
  const { DataSource } = await import('typeorm');
  const source = new DataSource({ type: 'postgres', url, synchronize: false, logging: false, poolSize: 1, installExtensions: false });
  try {
    return await source.initialize();
  } catch (error) {
    throw new StartFailure(`The database cannot be reached for migrations: ${(error as Error).message}.`);
  }
}

/** As psql would: `:app_role` becomes the quoted name, `:'app_role'` the name as a text. */
function withAppRole(sql: string, appRole: string): string {
  const literal = `'${appRole.replaceAll("'", "''")}'`;
  return sql.replaceAll(/:'app_role'|:app_role\b/g, (found) => (found.includes("'") ? literal : quoted(appRole)));
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
