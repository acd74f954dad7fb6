import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import type { LedgerUnderTest } from './conformance-trial.js';
import { ledgerConformance } from './ledger.conformance.js';

let there: LedgerDatabase;

beforeAll(async () => {
  there = await ledgerDatabase();
  await there.owner.query(
    `create schema beside; create table beside.note (authority text);
     grant usage on schema beside to svl_app; grant insert on beside.note to svl_app`,
  );
});

afterAll(() => there.close());

const underTest: LedgerUnderTest = {
  ledger: (catalogue, clock) => there.ledger(catalogue, { clock }),
  alongside: (authority) => ({
    text: 'insert into beside.note (authority) values ($1)',
    values: [authority],
    async count() {
      const { rowCount } = await there.owner.query('select from beside.note where authority = $1', [authority]);
      return rowCount ?? 0;
    },
  }),
};

ledgerConformance('in PostgreSQL', underTest);
