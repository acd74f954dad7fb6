import { createHash, randomBytes } from 'node:crypto';

import pg from 'pg';

import { migrate } from '#engine/database/migrate.js';
import { checksum, type Migration } from '#engine/database/migration.js';

import { allMigrations } from './migrations.js';
import { at, testServer, type TestServer } from './postgres-server.js';

/** A database of a test's own on the run's one PostgreSQL. */
export interface TestDatabase {
  /** As the application's role. */
  readonly url: string;
  /** As the owner. */
  readonly migrationUrl: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/**
 * A fresh database with every migration applied (or those given; none for an empty list). Costs some 30 ms after the
 * first, because it is copied from a template that the first to ask made.
 */
export async function testDatabase(migrations: readonly Migration[] = allMigrations()): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server, async (owner) => {
    const template = await templateWith(server, owner, migrations);
    await owner.query(`create database ${name} template ${template} strategy file_copy`);
    // what is granted on a database is not copied with it
    if (migrations.length > 0) await owner.query(`grant create, temporary on database ${name} to svl_projector`);
  });
  return {
    url: at(server, name, 'svl_app'),
    migrationUrl: at(server, name, 'postgres'),
    drop: () => asOwner(server, async (owner) => void (await owner.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Migrates a database that was made without migrations, while no other file of this run makes roles. */
export async function migrateInTurn({ migrationUrl }: TestDatabase): Promise<void> {
  await asOwner(await testServer(), async (owner) => {
    await inTurn(owner, () => migrate(migrationUrl, 'svl_app', allMigrations()));
  });
}

/** Any number: the test files of one run take turns at making templates, and roles, which are the whole server's. */
const TURN = 20_260_331;

async function templateWith(server: TestServer, owner: pg.Client, migrations: readonly Migration[]): Promise<string> {
  const shape = createHash('sha256').update(migrations.map(checksum).join()).digest('hex').slice(0, 12);
  const template = `template_${shape}`;
  return inTurn(owner, async () => {
    await owner.query(
      `do $$ begin
         if not exists (select from pg_roles where rolname = 'svl_app') then
           create role svl_app login noinherit password 'test';
         end if;
       end $$`,
    );
    const there = await owner.query('select from pg_database where datname = $1', [template]);
    if (there.rowCount === 0) {
      await owner.query(`create database making_${shape}`);
      try {
        await migrate(at(server, `making_${shape}`, 'postgres'), 'svl_app', migrations);
        await owner.query(`alter database making_${shape} rename to ${template}`);
      } catch (error) {
        await owner.query(`drop database making_${shape} with (force)`);
        throw error;
      }
    }
    return template;
  });
}

async function inTurn<Result>(owner: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await owner.query('select pg_advisory_lock($1)', [TURN]);
  try {
    return await work();
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [TURN]);
  }
}

async function asOwner(server: TestServer, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: at(server, 'postgres', 'postgres') });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
