import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#domain/kernel/refusal.js';
import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue } from './conformance-events.js';
import type { Ledger } from './ledger.js';

const CONNECTIONS = 5;
let there: LedgerDatabase;
let ledger: Ledger;
let last: string;

beforeAll(async () => {
  there = await ledgerDatabase(CONNECTIONS);
  ledger = there.ledger(firstCatalogue);
  for (const authority of ['held', 'free']) await ledger.open(authority, authority);
  await ledger.append(command('held', 'contract:C01', 0));
  await ledger.append(command('held', 'contract:C01', 1));
  last = (await ledger.head('held'))!.recordedAt!;
  await pause(5);
});

afterAll(() => there.close());

const fromNow = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

describe('where a ledger ended, while something holds its head for long', () => {
  beforeEach(async () => {
    await there.owner.query('begin');
    await there.owner.query("select from ledger.head where authority = 'held' for update");
  });
  afterEach(() => there.owner.query('rollback'));

  /** The bug: “known at” today waited for the end of an import. */
  it('is answered at once for an instant that is still to come, and for one before the last entry', async () => {
    expect(await ledger.positionAt('held', fromNow(3_600_000))).toBe(2);
    expect(await ledger.positionAt('held', new Date(Date.parse(last) - 3_600_000).toISOString())).toBe(0);
  });

  /** The bug: as many questions as there are connections, each waiting for the head, stopped everything. */
  it('is waited for by questions that leave others their connections', async () => {
    let answered = 0;
    const asking = Array.from({ length: 3 * CONNECTIONS }, () => ledger.positionAt('held', last).finally(() => answered++));
    for (let version = 0; version < 20; version++) {
      expect(await ledger.append(command('free', 'contract:beside', version))).toMatchObject({ outcome: 'appended' });
      await ledger.head('free');
      const { rows } = await there.owner.query<{ waiting: number }>(
        "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%position_at%'",
      );
      expect(rows[0]!.waiting).toBeLessThanOrEqual(2);
      await pause(20);
    }
    // longer than the server waits for a lock by itself: it is asked again
    await pause(1_000);
    expect(answered).toBe(0);
    await there.owner.query('rollback');
    expect(await Promise.all(asking)).toEqual(asking.map(() => 2));
  }, 30_000);

  it('is given up after a while', async () => {
    const impatient = there.ledger(firstCatalogue, { gathering: { patience: 200 } });
    const failure: unknown = await impatient.positionAt('held', last).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refusal);
    expect((failure as Refusal).message).toMatch(/kept locked/);
  });

  it('may be asked as it was by an earlier release, and is given up too', async () => {
    await expect(there.database.query('select ledger.position_at($1, $2)', ['held', last])).rejects.toMatchObject({ code: '55P03' });
  });
});
