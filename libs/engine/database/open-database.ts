import { Database } from './database.js';
import { joinRunningInstance, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { appliedMigrations, migrate, outstanding } from './migrate.js';
import type { Migration } from './migration.js';
import { checkRole } from './role-check.js';
import { StartFailure } from './start-failure.js';

/** What decides which PostgreSQL an app works on. */
export interface DatabaseChoice {
  readonly dataDir: string;
  /** A PostgreSQL of the operator's own; embedded in `dataDir` when undefined. */
  readonly databaseUrl?: string | undefined;
  readonly migrationDatabaseUrl?: string | undefined;
  /** Work on the running instance's PostgreSQL if there is one (the command line does; a second server may not). */
  readonly join: boolean;
  /** What this process is: `server`, `command line`. */
  readonly purpose: string;
  /** The present moment. */
  readonly now: string;
  /** Takes a line for the person at the keyboard. */
  readonly say: (line: string) => void;
  readonly migrations: readonly Migration[];
  readonly connections?: number;
}

export interface OpenDatabase {
  readonly database: Database;
  /** As the application's role, for further processes or threads of this app. */
  readonly url: string;
  /** As the owner; undefined where the operator gave none. */
  readonly migrationUrl: string | undefined;
  /** Rejects when a server that this process started ends without having been asked to. */
  readonly failed: Promise<never>;
  /** Closes the connections and then, if this process started it, the server; asked again, it answers the same. */
  stop(): Promise<void>;
}

interface Reached {
  readonly url: string;
  readonly migrationUrl: string | undefined;
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Reaches or starts PostgreSQL and brings it to its present shape.
 * @throws {StartFailure} with the one thing to mend
 */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  const reached = await reach(choice);
  try {
    const options = { name: `social value ledger, ${choice.purpose}` };
    const database = await Database.open(
      reached.url,
      choice.connections === undefined ? options : { ...options, connections: choice.connections },
    );
    try {
      const role = await checkRole(database);
      await bringUpToDate(database, role, reached.migrationUrl, choice.migrations);
    } catch (error) {
      await database.close();
      throw error;
    }
    const stop = async (): Promise<void> => {
      await database.close();
      await reached.stop();
    };
    let stopped: Promise<void> | undefined;
    return { database, url: reached.url, migrationUrl: reached.migrationUrl, failed: reached.failed, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await reached.stop();
    throw error;
  }
}

async function reach(choice: DatabaseChoice): Promise<Reached> {
  const anothers = { stop: async (): Promise<void> => undefined, failed: new Promise<never>(() => undefined) };
  if (choice.databaseUrl !== undefined) {
    return { url: choice.databaseUrl, migrationUrl: choice.migrationDatabaseUrl, ...anothers };
  }
  const joined = choice.join ? await joinRunningInstance(choice.dataDir) : undefined;
  return joined ? { ...joined, ...anothers } : startEmbeddedPostgres(choice);
}

async function bringUpToDate(
  database: Database,
  role: string,
  migrationUrl: string | undefined,
  migrations: readonly Migration[],
): Promise<void> {
  const pending = outstanding(migrations, await appliedMigrations((sql) => database.query(sql)));
  if (pending.length === 0) return;
  if (migrationUrl === undefined) {
    throw new StartFailure(
      `The database lacks ${pending.length} migration${pending.length === 1 ? '' : 's'} (the first is ${pending[0]!.name}), ` +
        `and “${role}”, the role of DATABASE_URL, may not apply them. Set MIGRATION_DATABASE_URL to the address of the role that owns the database.`,
    );
  }
  await migrate(migrationUrl, role, migrations);
}
