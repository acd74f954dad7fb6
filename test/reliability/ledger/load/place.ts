import pg from 'pg';
import { migrateInTurn, testDatabase, type TestDatabase } from '../../../support/postgres.js';

/** How a database differs from the usual one. */
export interface PlaceOptions {
  /** Hash partitions of ledger.event; as many as usual unless told. */
  readonly partitions?: number;
  /** Nobody ever tells the planner what the tables hold: neither autovacuum nor anybody else. */
  readonly neverAnalysed?: boolean;
}

/** A database for ledgers, with a connection of its owner's. */
export interface Place extends TestDatabase {
  readonly owner: pg.Client;
}

export async function placeForLedgers({ partitions, neverAnalysed }: PlaceOptions = {}): Promise<Place> {
  const database = await testDatabase(partitions === undefined ? undefined : []);
  const owner = new pg.Client({ connectionString: database.migrationUrl });
  await owner.connect();
  if (partitions !== undefined) {
    await owner.query(`alter database ${owner.database} set svl.ledger_partitions = '${partitions}'`);
    await migrateInTurn(database);
  }
  if (neverAnalysed) await owner.query(neverAnalyse);
  const drop = async (): Promise<void> => {
    await owner.end();
    await database.drop();
  };
  return { ...database, owner, drop };
}

const neverAnalyse = `do $$ declare kept regclass; begin
  for kept in select oid from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r' loop
    execute format('alter table %s set (autovacuum_enabled = false)', kept);
  end loop;
end $$`;
