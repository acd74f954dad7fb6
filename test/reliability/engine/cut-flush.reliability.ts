import type { Database } from '#engine/database/database.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { ProjectionStores } from '#engine/projections/store.js';
import { type Run, scenario, sized } from '../scenario.js';
import { someFacts } from './market/book.js';
import { type Faults, faulty, movesCheckpoint } from './market/faults.js';
import { Market } from './market/market.js';
import { first } from './market/projections.js';
import { checkpointFirst, derivingLater } from './market/weak-stores.js';

const SCHEMA = 'toy_v1';
const ROUNDS = sized({ small: 1, full: 10 });
/** A flush of many rows, which are copied, and one of few. */
const BATCHES = [700, 12];

let market: Market;
beforeEach(async () => {
  market = await Market.open();
});
afterEach(() => market.close());

/** How a connection ends in the midst of a flush. */
type Cut = (tx: Parameters<NonNullable<Faults['after']>>[1]) => Promise<void>;
type Place = { readonly processID: number; readonly connection: { readonly stream: { destroy(): void } } };

const cuts: Readonly<Record<string, Cut>> = {
  'ended by the server': async (tx) => {
    const { processID } = tx.client as unknown as Place;
    await market.owner.query('select pg_terminate_backend($1, 5000)', [processID]);
  },
  'cut here': (tx) => {
    (tx.client as unknown as Place).connection.stream.destroy();
    return Promise.resolve();
  },
};

/** A fault that strikes once, after the n-th statement of the next flush; `n` beyond the last: it does not strike. */
class Blow implements Faults {
  struck = false;
  private statements = 0;

  constructor(
    private readonly n: number,
    private readonly cut: Cut,
  ) {}

  async after(statement: string, tx: Parameters<Cut>[0]): Promise<void> {
    if (movesCheckpoint(statement)) this.statements = 0;
    else if (this.statements === 0) return;
    this.statements += 1;
    if (this.struck || this.statements !== this.n) return;
    this.struck = true;
    await this.cut(tx);
  }
}

/** Appends, and lets an engine fold whose flush is broken off after its n-th statement, for each n that there is. */
async function breakOffEverywhere(run: Run, cut: Cut, storesOf: (database: Database, faults: Faults) => ProjectionStores): Promise<void> {
  for (const batch of BATCHES) {
    for (let n = 1, struck = true; struck; n += 1) {
      const blow = new Blow(n, cut);
      const { engine, stop } = await market.follower({ projection: first, settings: { batch: 1_000 }, stores: (database) => storesOf(database, blow) });
      await market.append('fenmarch', someFacts(run.random, batch));
      await engine.start();
      await market.folded(SCHEMA);
      await stop();
      ({ struck } = blow);
      if (struck) run.count('flushes broken off');
    }
  }
}

const sound = (database: Database, faults: Faults): ProjectionStores => new PostgresStores(faulty(database, faults));

describe.each(Object.keys(cuts))('A flush whose connection is %s', (how) => {
  scenario(`loses and doubles nothing, after whichever statement it is ${how}`, async (run) => {
    for (let round = 0; round < ROUNDS; round += 1) await breakOffEverywhere(run, cuts[how]!, sound);
    run.count('entries', market.book.head('fenmarch'));
    expect(await market.wrong(SCHEMA)).toEqual([]);
  });
});

scenario('A flush that was written, but of which its engine never heard, is not written again', async (run) => {
  let heard = 0;
  const deaf: Faults = {
    committed: () => {
      heard += 1;
      return heard % 3 === 0 ? Promise.reject(new Error('Connection terminated unexpectedly')) : Promise.resolve();
    },
  };
  const { engine } = await market.follower({ projection: first, stores: (database) => sound(database, deaf) });
  await engine.start();
  for (let i = 0; i < sized({ small: 20, full: 2_000 }); i += 1) await market.append('fenmarch', someFacts(run.random, 10));
  await market.folded(SCHEMA);
  run.count('entries', market.book.head('fenmarch'));
  expect(await market.wrong(SCHEMA)).toEqual([]);
});

describe.each(Object.keys(cuts))('What is known to be wrong is noticed: a checkpoint saved before its rows, and then %s', (how) => {
  scenario(`a checkpoint saved before its rows loses them when its connection is ${how}`, async (run) => {
    await breakOffEverywhere(run, cuts[how]!, checkpointFirst);
    const wrong = await market.wrong(SCHEMA);
    run.count('differences found', wrong.length);
    expect(wrong).toContainEqual(expect.stringContaining('rows of the journal'));
  });
});

scenario('What is known to be wrong is noticed: rows derived after the flush are lost when its connection is cut between', async (run) => {
  await breakOffEverywhere(run, cuts['cut here']!, derivingLater);
  const wrong = await market.wrong(SCHEMA);
  run.count('differences found', wrong.length);
  expect(wrong).toContainEqual(expect.stringContaining('subtotals'));
  expect(wrong).not.toContainEqual(expect.stringContaining('rows of the journal'));
});
