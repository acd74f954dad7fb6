import { counted } from '../../support/toy-ledger.js';
import { toyFaults } from '../../support/toy-projection.js';
import { scenario, sized } from '../scenario.js';
import { appending } from './market/appending.js';
import { someFacts } from './market/book.js';
import { Market } from './market/market.js';
import { first } from './market/projections.js';
import { wrongSums } from './market/sums.js';

const AUTHORITIES = ['fenmarch', 'wexcombe', 'eastshire'];
const ENTRIES = sized({ small: 300, full: 30_000 });
/** So long nobody waits for what is answered at once. */
const LONG = 3_000_000;

let market: Market;
beforeEach(async () => {
  market = await Market.open();
});
afterEach(async () => {
  toyFaults.refuseNote = undefined;
  await market.close();
});

scenario('a fold that throws parks its authority where it is, and no other; mended and retried, it catches up', async (run) => {
  const [one, other] = [await market.follower({ projection: first }), await market.follower({ projection: first })];
  for (const { engine } of [one, other]) await engine.start();
  await appending(market, run.random, AUTHORITIES, ENTRIES).done;

  toyFaults.refuseNote = 'cursed';
  const cursed = await market.append('fenmarch', [...someFacts(run.random, 5), counted('c1', 1, 'cursed')]);
  await appending(market, run.random, AUTHORITIES, ENTRIES).done;

  for (const { engine } of [one, other]) {
    // asked before it has come so far, and again when it stands still
    for (const position of [cursed, market.book.head('fenmarch')]) {
      const waited = await engine.checkpoints.waitFor([first], 'fenmarch', position, LONG);
      expect(waited).toMatchObject({ outcome: 'parked', position: cursed - 1, parked: { position: cursed, error: 'No counter takes “cursed”.' } });
    }
    expect((await engine.checkpoints.waitFor([first], 'fenmarch', cursed - 1, LONG)).outcome).toBe('reached');
    for (const authority of ['wexcombe', 'eastshire']) {
      expect((await engine.checkpoints.waitFor([first], authority, market.book.head(authority), LONG)).outcome).toBe('reached');
    }
  }
  expect(one.said.concat(other.said)).toContainEqual(expect.stringContaining(`toy waits at Counted ${cursed} of fenmarch`));
  const stands = await market.sums('toy_v1', 'fenmarch');
  expect(stands.position).toBe(cursed - 1);
  expect(wrongSums('parked', 'fenmarch', stands, market.book, 1)).toEqual([]);

  toyFaults.refuseNote = undefined;
  expect(await other.engine.retry('toy', 'fenmarch')).toBe(true);
  await market.folded('toy_v1');
  run.count('entries', AUTHORITIES.reduce((sum, authority) => sum + market.book.head(authority), 0));
  expect(await market.wrong('toy_v1')).toEqual([]);
});
