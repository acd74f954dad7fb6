import pg from 'pg';
import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue, review } from './conformance-events.js';

let there: LedgerDatabase;
/** A connection as the application's role. */
let app: pg.Client;

beforeAll(async () => {
  there = await ledgerDatabase();
  app = new pg.Client({ connectionString: there.url });
  await app.connect();
  const ledger = there.ledger(firstCatalogue);
  for (const authority of ['fenmarch', 'wexcombe']) {
    await ledger.open(authority, authority);
    const references = [{ kind: 'contract', reference: 'C01', stream: 'contract:C01' }];
    await ledger.append(command(authority, 'contract:C01', 0, [review('a reason')], references));
  }
});

afterAll(async () => {
  await app.end();
  await there.close();
});

const tables = ['ledger.head', 'ledger.event', 'ledger.command', 'ledger.reference', 'ledger.erasable_text'];
const partitions = ['ledger.event_0', 'ledger.event_1', 'ledger.event_2', 'ledger.event_3'];

describe('what the ledger holds cannot be changed, by the owner of the database either', () => {
  it.each(tables)('%s: no update, no delete', async (table) => {
    await expect(there.owner.query(`update ${table} set authority = authority`)).rejects.toMatchObject({ code: '23001' });
    await expect(there.owner.query(`delete from ${table}`)).rejects.toMatchObject({ code: '23001' });
  });

  it.each([...tables, ...partitions])('%s: no truncate', async (table) => {
    await expect(there.owner.query(`truncate ${table}`)).rejects.toMatchObject({ code: '23001' });
  });

  it('has no partition beside these', async () => {
    const { rows } = await there.owner.query("select relid::text as name from pg_partition_tree('ledger.event') where isleaf order by 1");
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(partitions);
  });

  it.each(partitions)('%s by itself: no update, no delete', async (partition) => {
    const { rowCount } = await there.owner.query(`select from ${partition}`);
    for (const statement of [`update ${partition} set payload = '{}'`, `delete from ${partition}`]) {
      const outcome = there.owner.query(statement);
      await (rowCount === 0 ? outcome : expect(outcome).rejects.toMatchObject({ code: '23001' }));
    }
  });

  it('erases nothing without an entry of the same transaction that says so', async () => {
    await expect(app.query("select ledger.erase('fenmarch', 'no such command', '{}')")).rejects.toMatchObject({ code: '23001' });
    const { rows } = await there.owner.query("select command_id from ledger.command where authority = 'fenmarch'");
    const [{ command_id: earlier }] = rows as [{ command_id: string }];
    await expect(app.query("select ledger.erase('fenmarch', $1, '{}')", [earlier])).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the application’s role', () => {
  it('owns nothing and inherits nothing', async () => {
    const { rows } = await there.owner.query(
      `select rolinherit, rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = 'svl_app'`,
    );
    expect(rows).toEqual([{ rolinherit: false, rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it.each(tables)('cannot write to %s', async (table) => {
    for (const statement of [`insert into ${table} (authority) values ('fenmarch')`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(app.query(`update ${table} set authority = 'x'`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(partitions)('cannot even read %s by itself', async (partition) => {
    await expect(app.query(`select from ${partition}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot lock heads, take the owner’s role, or import without the role for it', async () => {
    await expect(app.query('select from ledger.head for update')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('set role svl_ledger')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query("select ledger.lock_head('fenmarch')")).rejects.toMatchObject({ code: '42501' });
    await expect(app.query("copy ledger.event from stdin")).rejects.toMatchObject({ code: '42501' });
  });

  it.each(tables)('sees in %s the authorities that its transaction names, and no others', async (table) => {
    const seen = async (): Promise<string[]> => {
      const { rows } = await app.query(`select distinct authority from ${table} order by 1`);
      return rows.map(({ authority }: { authority: string }) => authority);
    };
    expect(await seen()).toEqual([]);
    for (const authorities of [['fenmarch'], ['wexcombe'], ['fenmarch', 'wexcombe'], ['nowhere']]) {
      await app.query('begin');
      await app.query("select set_config('svl.authorities', $1::text[]::text, true)", [authorities]);
      expect(await seen()).toEqual(authorities.filter((authority) => authority !== 'nowhere'));
      await app.query('commit');
    }
    expect(await seen()).toEqual([]);
  });

  it('knows a command of its own authorities only', async () => {
    const { rows } = await there.owner.query("select command_id from ledger.command where authority = 'fenmarch'");
    const [{ command_id: id }] = rows as [{ command_id: string }];
    await app.query("begin; select set_config('svl.authorities', '{wexcombe}', true)");
    expect((await app.query("select * from ledger.recorded('fenmarch', $1)", [id])).rowCount).toBe(0);
    await app.query('commit');
  });
});

describe('appending', () => {
  const nothing = `ledger.append(false, '{fenmarch}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
    '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`;

  it.each(['repeatable read', 'serializable'])('refuses to run at %s', async (level) => {
    await app.query(`begin isolation level ${level}`);
    await expect(app.query(`select * from ${nothing}`)).rejects.toMatchObject({ code: '25000', message: expect.stringContaining(level) as string });
    await app.query('rollback');
    await app.query(`begin isolation level ${level}`);
    await expect(app.query("select ledger.position_at('fenmarch', now())")).rejects.toMatchObject({ code: '25000' });
    await app.query('rollback');
  });

  it('refuses to wait for more than one head', async () => {
    const two = nothing.replace('false', 'true').replace('{fenmarch}', '{fenmarch,wexcombe}');
    await expect(app.query(`select * from ${two}`)).rejects.toMatchObject({ code: '22023' });
  });

  it('is volatile, runs as its owner, and plans with index probes only', async () => {
    const { rows } = await there.owner.query(
      `select provolatile as volatile, prosecdef as definer, proowner::regrole::text as owner, proconfig as settings
         from pg_proc where oid = 'ledger.append'::regproc`,
    );
    expect(rows).toEqual([
      { volatile: 'v', definer: true, owner: 'svl_ledger', settings: expect.arrayContaining(['enable_seqscan=off', 'enable_sort=off']) as string[] },
    ]);
  });
});
