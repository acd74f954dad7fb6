import pg from 'pg';
import { Database } from '#engine/database/database.js';
import { testDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { ledgerConformance, type LedgerUnderTest } from './ledger.conformance.js';
import { PostgresLedger } from './postgres-ledger.js';

let place: TestDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  place = await testDatabase();
  owner = new pg.Client({ connectionString: place.migrationUrl });
  await owner.connect();
  await owner.query('create schema beside; create table beside.note (authority text); grant all on beside.note to svl_app; grant usage on schema beside to svl_app');
  database = await Database.open(place.url);
});

afterAll(async () => {
  await database.close();
  await owner.end();
  await place.drop();
});

const underTest: LedgerUnderTest = {
  ledger: (catalogue, clock) => new PostgresLedger({ database, catalogue, clock }),
  alongside: (authority) => ({
    text: 'insert into beside.note (authority) values ($1)',
    values: [authority],
    async count() {
      const { rowCount } = await owner.query('select from beside.note where authority = $1', [authority]);
      return rowCount ?? 0;
    },
  }),
};

ledgerConformance('in PostgreSQL', () => underTest);
