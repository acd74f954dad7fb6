import { PostgresStores } from '#engine/projections/postgres-stores.js';
import { Preparing } from '#engine/projections/versions.js';
import type { ProjectionStores } from '#engine/projections/store.js';
import { type Run, scenario, sized } from '../scenario.js';
import { appending } from './market/appending.js';
import { someFacts } from './market/book.js';
import { startEngine } from './market/engine-process.js';
import { type Follower, Market, until } from './market/market.js';
import { overriding } from './market/overriding.js';
import { factorOf, first, second } from './market/projections.js';
import { Reader } from './market/readers.js';

const AUTHORITIES = ['fenmarch', 'wexcombe'];
const ENTRIES = sized({ small: 400, full: 40_000 });
const GRACE_MS = 100;

let market: Market;
/** How often an engine has looked whether anybody reads the older version. */
let looks = 0;
beforeEach(async () => {
  looks = 0;
  market = await Market.open();
});
afterEach(() => market.close());

const history = async (run: Run): Promise<void> => {
  for (const authority of AUTHORITIES) await market.append(authority, someFacts(run.random, ENTRIES));
};

/** An engine of a release that knows one version. */
const release = (version: 1 | 2): Promise<Follower> =>
  market.follower({
    projection: version === 1 ? first : second,
    settings: { graceMs: GRACE_MS },
    stores: (database): ProjectionStores => {
      const stores = new PostgresStores(database);
      const isForsaken = (name: string, older: number): Promise<boolean> => {
        looks += 1;
        return stores.versions.isForsaken(name, older);
      };
      return overriding<ProjectionStores>(stores, { versions: overriding(stores.versions, { isForsaken }) });
    },
  });

const readerOf = ({ engine, database }: Follower, version: 1 | 2, run: Run, part: number): Reader => {
  const projection = version === 1 ? first : second;
  const how = { schema: `toy_v${version}`, factor: factorOf(version), book: market.book, random: run.chance(part) };
  return new Reader({ ...how, reads: engine.readsOf(projection, database) });
};

const isThere = async (schema: string): Promise<boolean> =>
  (await market.owner.query('select from pg_namespace where nspname = $1', [schema])).rowCount === 1;

/** Looks again and again, and finds that somebody is there. */
async function staysWhileRead(schema: string): Promise<void> {
  const before = looks;
  await until('the new engine has looked some times', () => looks > before + 5);
  expect(await isThere(schema)).toBe(true);
}

scenario('a new version is built beside the old one under readers of both, takes over when it has caught up, and the old one goes with its last reader', async (run) => {
  const old = await release(1);
  await old.engine.start();
  await history(run);
  await market.folded('toy_v1');
  const going = appending(market, run.chance(1), AUTHORITIES);
  const ofOld = readerOf(old, 1, run, 2);

  const next = await release(2);
  await next.engine.prepare();
  const ofNew = [readerOf(next, 2, run, 3), readerOf(next, 2, run, 4)];
  await until('readers of the new version are told that it is being prepared', () => ofNew.every(({ refusals }) => refusals > 0));
  const waited = await next.engine.checkpoints.waitFor([second], 'fenmarch', 1, 3_000_000);
  expect(waited).toMatchObject({ outcome: 'preparing', preparing: expect.any(Preparing) });
  expect(await next.engine.standings(['fenmarch'])).toMatchObject([{ version: 2, position: 0, parked: null, preparing: { done: 0, total: 0 } }]);

  await next.engine.start();
  await until('readers of the new version are answered', () => ofNew.every(({ answers }) => answers > 20));
  const answered = ofOld.answers;
  await until('readers of the old version still are', () => ofOld.answers > answered + 20);
  await staysWhileRead('toy_v1');
  await going.end();
  for (const schema of ['toy_v1', 'toy_v2']) await market.folded(schema);
  expect([...(await market.wrong('toy_v1')), ...(await market.wrong('toy_v2', factorOf(2)))]).toEqual([]);
  const seen = await Promise.all([ofOld, ...ofNew].map((reader) => reader.end()));
  expect(seen.flatMap(({ wrong }) => wrong)).toEqual([]);
  run.count('entries', AUTHORITIES.reduce((sum, authority) => sum + market.book.head(authority), 0));
  run.count('answers', seen.reduce((sum, { answers }) => sum + answers, 0));
  run.count('answered “being prepared”', seen.reduce((sum, { refusals }) => sum + refusals, 0));

  await old.stop();
  await until('the old version is gone', async () => !(await isThere('toy_v1')));
  expect(await market.wrong('toy_v2', factorOf(2))).toEqual([]);
});

scenario('a version stays as long as a process that knows it lives, and goes when that is killed', async (run) => {
  const old = startEngine(market.url, { VERSION: '1' });
  try {
    await old.ready;
    await history(run);
    const next = await release(2);
    await next.engine.start();
    await market.folded('toy_v2');
    await staysWhileRead('toy_v1');
    await market.append('fenmarch', someFacts(run.random, 50));
    await market.folded('toy_v1');
    expect(await market.wrong('toy_v1')).toEqual([]);
  } finally {
    await old.kill();
  }
  await until('the old version is gone', async () => !(await isThere('toy_v1')));
  expect(await market.wrong('toy_v2', factorOf(2))).toEqual([]);
});

scenario('a build that is killed leaves nothing that anybody reads, and the next engine builds it', async (run) => {
  const old = await release(1);
  await old.engine.start();
  await history(run);
  await market.folded('toy_v1');
  const builder = startEngine(market.url, { VERSION: '2', SLOW: 'yes' });
  try {
    await until('it has begun to build', () => isThere('toy_v2_shadow'));
    const next = await release(2);
    const reader = readerOf(next, 2, run, 1);
    await next.engine.start();
    await until('a reader is told that it is being prepared', () => reader.refusals > 3);
    expect(await isThere('toy_v2')).toBe(false);
    await builder.kill();
    await until('the reader is answered', () => reader.answers > 3);
    await market.folded('toy_v2');
    const { wrong } = await reader.end();
    expect(wrong).toEqual([]);
    expect(await market.wrong('toy_v2', factorOf(2))).toEqual([]);
    expect(await isThere('toy_v2_shadow')).toBe(false);
  } finally {
    await builder.kill();
  }
});
