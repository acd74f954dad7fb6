import { Database } from '#engine/database/database.js';
import pg from 'pg';
import { ledgerDatabase } from '../../../test/support/ledger-database.js';
import { migrateInTurn, testDatabase } from '../../../test/support/postgres.js';
import { command, sha256 } from './commands-for-tests.js';
import { firstCatalogue, note } from './conformance-events.js';
import { PostgresLedger } from './postgres-ledger.js';

const ENTRIES = 5_000;

describe('the plans of appending', () => {
  it.each([
    ['never analysed', 'select'],
    ['analysed while empty', 'analyze ledger.head, ledger.event, ledger.command, ledger.reference, ledger.erasable_text'],
  ])('hold on tables %s: index probes, a few rows each', async (_, prepare) => {
    const there = await ledgerDatabase(2);
    try {
      await there.owner.query(
        `do $$ declare kept regclass; begin
           for kept in select oid from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r' loop
             execute format('alter table %s set (autovacuum_enabled = false)', kept);
           end loop;
         end $$`,
      );
      await there.owner.query(prepare);
      const ledger = there.ledger(firstCatalogue);
      await ledger.open('fenmarch', 'Fenmarch');
      for (let i = 0; i < 8; i++) await ledger.append(command('fenmarch', 'contract:first', i));
      await ledger.import({
        authority: 'fenmarch',
        commandId: 'the import',
        requestHash: sha256('x'),
        actor: 'me',
        expectedVersions: new Map(Array.from({ length: 10 }, (_, i) => [`contract:${i}`, 0])),
        events: Array.from({ length: ENTRIES }, (_, i) => ({ stream: `contract:${i % 10}`, event: note('x') })),
        references: Array.from({ length: 100 }, (_, i) => ({ kind: 'report', reference: `R${i}`, stream: 'contract:0' })),
      });
      const before = await work(there.owner);
      const claims = (i: number) => [{ kind: 'report', reference: `S${i}`, stream: 'contract:0' }];
      for (let i = 0; i < 50; i++) await ledger.append(command('fenmarch', 'contract:3', ENTRIES / 10 + i, [note('y')], claims(i)));
      await ledger.positionAt('fenmarch', '2020-01-01T00:00:00.000Z');
      await there.disconnect();
      const after = await work(there.owner);
      expect(after.sequential - before.sequential).toBe(0);
      // Fifty appends of one event: for each a handful of probes, each of one row.
      expect(after.read - before.read).toBeGreaterThan(50);
      expect(after.read - before.read).toBeLessThan(50 * 20);
    } finally {
      await there.close();
    }
  });
});

/** What has been read of the ledger's tables: by sequential scans, and rows by way of indexes. */
async function work(owner: pg.Client): Promise<{ sequential: number; read: number }> {
  // What other connections did is known once they are idle for a second, or gone.
  await new Promise((passed) => setTimeout(passed, 1_200));
  const { rows } = await owner.query<{ sequential: string; read: string }>(
    `select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = 'ledger') as sequential,
            (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = 'ledger') as read`,
  );
  return { sequential: Number(rows[0]!.sequential), read: Number(rows[0]!.read) };
}

describe('the number of partitions', () => {
  it.each([1, 16])('can be %s: chosen before the database is migrated', async (count) => {
    const place = await testDatabase([]);
    const owner = new pg.Client({ connectionString: place.migrationUrl });
    await owner.connect();
    try {
      await owner.query(`alter database ${owner.database} set svl.ledger_partitions = '${count}'`);
      await migrateInTurn(place);
      const database = await Database.open(place.url, { connections: 3 });
      const ledger = new PostgresLedger({ database, catalogue: firstCatalogue });
      const authorities = Array.from({ length: 20 }, (_, i) => `authority-${i}`);
      for (const authority of authorities) await ledger.open(authority, authority);
      await Promise.all(authorities.flatMap((authority) => [1, 2, 3].map((i) => ledger.append(command(authority, `contract:${i}`, 0)))));
      for (const authority of authorities) expect(await ledger.verify(authority)).toMatchObject({ events: 3, problems: [] });
      const { rows } = await owner.query("select relid::text as name from pg_partition_tree('ledger.event') where isleaf");
      expect(rows).toHaveLength(count);
      for (const { name } of rows as { name: string }[]) {
        await expect(owner.query(`truncate ${name}`)).rejects.toMatchObject({ code: '23001' });
      }
      await database.close();
    } finally {
      await owner.end();
      await place.drop();
    }
  });
});
