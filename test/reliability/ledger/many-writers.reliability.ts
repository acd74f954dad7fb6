import { scenario, sized, type Run } from '../scenario.js';
import { deliveryFaults, NO_FAULTS } from './load/delivery.js';
import { placeForLedgers, type PlaceOptions } from './load/place.js';
import { tryLedgers, type TrialOptions } from './load/trial.js';

/**
 * Writers who pause, click twice, roll back and fight for streams and references, in processes that are killed, over
 * connections that are cut, beside transactions that hang; readers who follow by a plain cursor. What was acknowledged
 * stands in the senders' own log, synced to the disk before it counted; what became of it is read by plain SQL.
 */
describe('nothing that was acknowledged is lost, doubled or moved', () => {
  scenario('many writers and readers of one authority', (run) =>
    lives(run, { authorities: 1, readers: 4, ...sized({ small: { writers: 10, kills: 1, answers: 200 }, full: { writers: 48, kills: 12, answers: 6_000 } }) }),
  );

  scenario('many writers and readers of many authorities', (run) =>
    lives(run, { readers: 2, ...sized({ small: { authorities: 4, writers: 10, kills: 1, answers: 250 }, full: { authorities: 24, writers: 64, kills: 10, answers: 8_000 } }) }),
  );
});

async function lives(run: Run, options: TrialOptions, unusual: PlaceOptions = {}): Promise<void> {
  const place = await placeForLedgers(unusual);
  const trial = await tryLedgers(run, place, options);
  try {
    for (const authority of trial.authorities) {
      expect(await trial.books.faults(place.owner, authority)).toEqual([]);
      const acknowledged = [...trial.books.acknowledged(authority)];
      for (const { delivered } of trial.followers.get(authority)!) {
        expect(deliveryFaults(acknowledged, delivered)).toEqual(NO_FAULTS);
        run.count('deliveries', delivered.length);
      }
      run.count('events', acknowledged.length);
      expect((await trial.ledger.verify(authority)).problems).toEqual([]);
    }
    const { told, changed } = await trial.historian.check();
    expect(changed).toEqual([]);
    run.count('instants resolved', told);
    // What was meant to go wrong did, and nothing else.
    expect(trial.books.failures.filter((why) => !MEANT.test(why))).toEqual([]);
    expect(run.counted('processes killed')).toBe(options.kills);
    for (const what of ['cut before the answer', 'cut in the request', 'heads held']) expect(run.counted(what)).toBeGreaterThan(0);
  } finally {
    await trial.end();
    await place.drop();
  }
}

/** How a call ends whose connection is cut, whoever cuts it; and an import that was told to fail. */
const MEANT = /^rolled back|^Connection terminated|^terminating connection|connection error and is not queryable$|ECONNRESET|EPIPE/;
