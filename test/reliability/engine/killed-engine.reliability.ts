import { setTimeout as pause } from 'node:timers/promises';
import { scenario, sized } from '../scenario.js';
import { appending } from './market/appending.js';
import { startEngine } from './market/engine-process.js';
import { Market, until } from './market/market.js';

const SCHEMA = 'toy_v1';
const AUTHORITIES = ['fenmarch', 'wexcombe'];
const KILLS = sized({ small: 3, full: 60 });

let market: Market;
beforeEach(async () => {
  market = await Market.open();
});
afterEach(() => market.close());

scenario('engines that are killed at any moment, one of them rebuilding all the time, lose and double nothing', async (run) => {
  const start = (place: number): ReturnType<typeof startEngine> => startEngine(market.url, place === 0 ? { REBUILD: 'yes' } : {});
  const engines = [start(0), start(1)];
  const rebuilding = [engines[0]!];
  const going = appending(market, run.chance(1), AUTHORITIES);
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const place = kill % 2;
      await engines[place]!.ready;
      await pause(run.random.between(0, 400));
      await engines[place]!.kill();
      run.count('kills');
      engines[place] = start(place);
      if (place === 0) rebuilding.push(engines[place]);
    }
    await until('a rebuild has ended', () => rebuilding.some(({ rebuilds }) => rebuilds.ended > 0));
    await going.end();
    await market.folded(SCHEMA);
  } finally {
    await going.end();
    for (const engine of engines) await engine.kill();
  }
  run.count('entries', AUTHORITIES.reduce((sum, authority) => sum + market.book.head(authority), 0));
  run.count('rebuilds', rebuilding.reduce((sum, { rebuilds }) => sum + rebuilds.ended, 0));
  const failures = rebuilding.flatMap(({ rebuilds }) => rebuilds.failures);
  run.count('rebuilds refused beside another', failures.length);
  // The server may not have noticed yet that the last one was killed.
  expect(failures.filter((why) => !/is being built already/.test(why))).toEqual([]);
  expect(await market.wrong(SCHEMA)).toEqual([]);
});
