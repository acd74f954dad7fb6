import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#engine/database/database.js';
import { folderOf } from '#engine/projections/locks.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { ProjectionStores } from '#engine/projections/store.js';
import { type Run, scenario, sized } from '../scenario.js';
import { appending } from './market/appending.js';
import { someFacts } from './market/book.js';
import { type Faults, faulty, movesCheckpoint } from './market/faults.js';
import { counting, type Flushes } from './market/flushes.js';
import { Market, until } from './market/market.js';
import { first } from './market/projections.js';
import { withoutLeases } from './market/weak-stores.js';

const SCHEMA = 'toy_v1';
const AUTHORITIES = ['fenmarch', 'wexcombe', 'eastshire'];
const ENTRIES = sized({ small: 600, full: 30_000 });

let market: Market;
beforeEach(async () => {
  market = await Market.open();
});
afterEach(() => market.close());

/** Engines that begin to follow together, with the count of their flushes. */
async function followers(engines: number, of: (database: Database) => ProjectionStores, patienceMs?: number): Promise<Flushes> {
  const flushes: Flushes = { written: 0, inVain: 0 };
  const settings = patienceMs === undefined ? {} : { patienceMs };
  for (let i = 0; i < engines; i += 1) {
    const { engine } = await market.follower({ projection: first, settings, stores: (database) => counting(of(database), flushes) });
    await engine.start();
  }
  return flushes;
}

async function nothingIsWrong(run: Run, flushes: Flushes): Promise<void> {
  await market.folded(SCHEMA);
  run.count('entries', ENTRIES);
  run.count('flushes', flushes.written);
  run.count('flushes in vain', flushes.inVain);
  expect(await market.wrong(SCHEMA)).toEqual([]);
}

describe.each([2, 3])('%d engines on one projection', (engines) => {
  scenario(`${engines} engines double and lose nothing`, async (run) => {
    const flushes = await followers(engines, (database) => new PostgresStores(database));
    await appending(market, run.random, AUTHORITIES, ENTRIES).done;
    await nothingIsWrong(run, flushes);
  });

  scenario(`${engines} engines double and lose nothing where everybody has every lease`, async (run) => {
    const flushes = await followers(engines, withoutLeases);
    await appending(market, run.random, AUTHORITIES, ENTRIES).done;
    await nothingIsWrong(run, flushes);
    // they did get into one another's way: else nothing is shown
    expect(flushes.inVain).toBeGreaterThan(0);
  });
});

scenario('engines double and lose nothing while their leases are taken from them', async (run) => {
  const flushes = await followers(2, (database) => new PostgresStores(database));
  const going = appending(market, run.chance(1), AUTHORITIES, ENTRIES);
  while (!going.over) {
    const { rowCount } = await market.owner.query(
      `select pg_terminate_backend(pid)
         from (select distinct pid from pg_locks
                where locktype = 'advisory' and mode = 'ExclusiveLock' and granted
                  and database = (select oid from pg_database where datname = current_database())) as holders`,
    );
    run.count('holders cut off', rowCount ?? 0);
    await pause(run.random.between(10, 120));
  }
  await going.done;
  await nothingIsWrong(run, flushes);
});

scenario('a lease that somebody holds and does not use keeps nobody from folding', async (run) => {
  for (const authority of AUTHORITIES) {
    await market.append(authority, someFacts(run.random, 5));
    await market.owner.query('select pg_advisory_lock(hashtextextended($1, 0))', [folderOf(SCHEMA, authority)]);
  }
  const flushes = await followers(2, (database) => new PostgresStores(database), 200);
  await appending(market, run.random, AUTHORITIES, ENTRIES).done;
  await nothingIsWrong(run, flushes);
});

/** An engine that comes to a stand in a flush, and what wakes it. */
interface Stand {
  standing: boolean;
  wake(): void;
  readonly faults: Faults;
}

const stands: Readonly<Record<string, () => Stand>> = {
  'between two statements': () => {
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const after = async (statement: string): Promise<void> => {
      if (stand.standing || !movesCheckpoint(statement)) return;
      stand.standing = true;
      await woken;
    };
    const stand = { standing: false, wake: () => wake(), faults: { after } };
    return stand;
  },
  'with rows half copied': () => {
    const never = new Writable({ write: () => undefined });
    const copying = (): Writable | undefined => {
      if (stand.standing) return undefined;
      stand.standing = true;
      return never;
    };
    const stand = { standing: false, wake: () => void never.destroy(new Error('Connection terminated unexpectedly')), faults: { copying } };
    return stand;
  },
};

describe.each(Object.keys(stands))('An engine that comes to a stand in a flush, %s,', (where) => {
  scenario(`an engine that comes to a stand in a flush, ${where}, is ended there, and the other goes on`, async (run) => {
    const stand = stands[where]!();
    const how = { projection: first, settings: { patienceMs: 200, batch: 1_000 }, database: { idleProjectorMs: 500 } };
    const hanging = await market.follower({ ...how, stores: (database) => new PostgresStores(faulty(database, stand.faults)) });
    await hanging.engine.start();
    await market.append('fenmarch', someFacts(run.random, 700));
    await until('it stands', () => stand.standing);
    const other = await market.follower(how);
    await other.engine.start();
    await market.append('fenmarch', someFacts(run.random, 40));
    await market.folded(SCHEMA);
    stand.wake();
    await market.append('fenmarch', someFacts(run.random, 40));
    await market.folded(SCHEMA);
    run.count('entries', market.book.head('fenmarch'));
    expect(await market.wrong(SCHEMA)).toEqual([]);
    await until('it has heard that it was ended', () => hanging.said.length > 0);
  });
});
