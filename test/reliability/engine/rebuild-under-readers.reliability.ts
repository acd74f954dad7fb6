import type { Database } from '#engine/database/database.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import { openTables } from '#engine/projections/projection-tables.js';
import type { ProjectionStores, ShadowStore } from '#engine/projections/store.js';
import { type Run, scenario, sized } from '../scenario.js';
import { appending } from './market/appending.js';
import { someFacts } from './market/book.js';
import { Market, until } from './market/market.js';
import { overriding } from './market/overriding.js';
import { first } from './market/projections.js';
import { Reader } from './market/readers.js';

const SCHEMA = 'toy_v1';
const AUTHORITIES = ['fenmarch', 'wexcombe'];
const REBUILDS = sized({ small: 3, full: 60 });

let market: Market;
beforeEach(async () => {
  market = await Market.open();
});
afterEach(() => market.close());

/** Rebuilds beside live appends, another engine and readers; answers what the readers saw that was wrong. */
async function rebuildUnderReaders(run: Run, stores?: (database: Database) => ProjectionStores): Promise<string[]> {
  const rebuilding = await market.follower({ projection: first, ...(stores && { stores }) });
  const other = await market.follower({ projection: first });
  for (const { engine } of [rebuilding, other]) await engine.start();
  await market.append('fenmarch', someFacts(run.random, sized({ small: 500, full: 20_000 })));
  const going = appending(market, run.chance(1), AUTHORITIES);
  const readers = [rebuilding, other, other].map(
    ({ engine, database }, i) => new Reader({ reads: engine.readsOf(first, database), schema: SCHEMA, factor: 1, book: market.book, random: run.chance(i + 2) }),
  );
  for (let rebuilt = 0; rebuilt < REBUILDS; rebuilt += 1) {
    const before = readers.map(({ answers }) => answers);
    await rebuilding.engine.rebuild('toy');
    run.count('rebuilds');
    await until('everybody has read what was rebuilt', () => readers.every(({ answers }, i) => answers > before[i]! + 1));
  }
  await going.end();
  const seen = await Promise.all(readers.map((reader) => reader.end()));
  await market.folded(SCHEMA);
  run.count('entries', AUTHORITIES.reduce((sum, authority) => sum + market.book.head(authority), 0));
  run.count('answers', seen.reduce((sum, { answers }) => sum + answers, 0));
  return seen.flatMap(({ wrong }) => wrong);
}

scenario('readers see no position go back, no hole and no double while what they read is rebuilt', async (run) => {
  expect(await rebuildUnderReaders(run)).toEqual([]);
  expect(await market.wrong(SCHEMA)).toEqual([]);
});

describe('The readers notice', () => {
  scenario('a shadow that takes over without the last events', async (run) => {
    const wrong = await rebuildUnderReaders(run, (database) =>
      withTakeOver(database, async (shadow) => {
        await moreIsFolded(run);
        await shadow.takeOver(() => Promise.resolve());
      }),
    );
    run.count('seen', wrong.length);
    expect(wrong).toContainEqual(expect.stringMatching(/from \d+ back to \d+/));
  });

  scenario('a shadow that lets older readings through, and then takes over in the midst of one', async (run) => {
    const wrong = await rebuildUnderReaders(run, (database) =>
      withTakeOver(database, async (shadow, lastEvents) => {
        await moreIsFolded(run);
        await database.as('svl_projector', (tx) => openTables(tx, `${SCHEMA}_shadow`, first));
        await olderReadingsEnd(database);
        await database.as('svl_projector', async (tx) => {
          await tx.query(`lock table ${SCHEMA}.checkpoint in exclusive mode`);
          await lastEvents();
          await tx.query(`drop table ${SCHEMA}_shadow.progress; drop schema if exists ${SCHEMA}_retired cascade`);
          await tx.query(`alter schema ${SCHEMA} rename to ${SCHEMA}_retired; alter schema ${SCHEMA}_shadow rename to ${SCHEMA}`);
        });
        await shadow.discard();
      }),
    );
    run.count('seen', wrong.length);
    expect(wrong).toContainEqual(expect.stringMatching(/\d+ (rows of|worth in|worth present)/));
  });
});

/** Stores whose shadows take over in another way. */
function withTakeOver(database: Database, takeOver: (shadow: ShadowStore, lastEvents: () => Promise<void>) => Promise<void>): ProjectionStores {
  const stores = new PostgresStores(database);
  const shadow: ProjectionStores['shadow'] = async (projection) => {
    const real = await stores.shadow(projection);
    return { ...real, takeOver: (lastEvents) => takeOver(real, lastEvents) };
  };
  return overriding<ProjectionStores>(stores, { shadow });
}

async function olderReadingsEnd(database: Database): Promise<void> {
  const older = 'select from pg_stat_activity where datname = current_database() and xact_start < $1 and backend_xmin is not null and pid <> pg_backend_pid()';
  const [{ now } = { now: '' }] = await database.query<{ now: string }>('select clock_timestamp()::text as now');
  await until('older readings have ended', async () => (await database.query(older, [now])).length === 0);
}

/** There is more in the live tables than in the shadow, and readers have seen it. */
async function moreIsFolded(run: Run): Promise<void> {
  const position = await market.append('fenmarch', someFacts(run.random, 30));
  await until('the live tables have it', async () => (await market.sums(SCHEMA, 'fenmarch')).position >= position);
}
