import { type Run, size } from '../../scenario.js';
import { deliveryFaults, NO_FAULTS } from './delivery.js';
import { type Place, placeForLedgers, type PlaceOptions } from './place.js';
import { tryLedgers, type TrialOptions } from './trial.js';

/** Tries ledgers and checks all that was promised of them. */
export async function lives(run: Run, options: TrialOptions, unusual: PlaceOptions = {}): Promise<void> {
  const place = await placeForLedgers(unusual);
  try {
    await acquitted(run, place, options);
  } finally {
    await place.drop();
  }
}

async function acquitted(run: Run, place: Place, options: TrialOptions): Promise<void> {
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
    expect(trial.auditor.problems).toEqual([]);
    run.count('audits meanwhile', trial.auditor.audits);
    const { told, changed } = await trial.historian.check();
    expect(changed).toEqual([]);
    run.count('instants resolved', told);
    // What was meant to go wrong did, and nothing else.
    expect([...trial.books.failures, ...trial.readingsFailed].filter((why) => !MEANT.test(why))).toEqual([]);
    expect(run.counted('processes killed')).toBe(options.kills);
    // In the small size chance may spare one kind of mischief, not all.
    const mischief = ['cut before the answer', 'cut in the request', 'heads held'].map((what) => run.counted(what));
    expect(size === 'full' ? Math.min(...mischief) : Math.max(...mischief)).toBeGreaterThan(0);
  } finally {
    await trial.end();
  }
}

/** How a call ends whose connection is cut, whoever cuts it; and an import that was told to fail. */
const MEANT = /^rolled back|^Connection terminated|^terminating connection|connection error and is not queryable$|ECONNRESET|EPIPE/;
