import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import type { AppendGroup, AppendOutcome } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { scenario, sized } from '../scenario.js';
import { placeForLedgers } from './load/place.js';
import { WeakLine } from './load/weak-line.js';

/** The bug: a connection that was not cut but went silent held up every append of its process, for ever. */
scenario('connections that go silent hold appends up for a while, not for ever', async (run) => {
  const { rounds, callers } = sized({ small: { rounds: 4, callers: 20 }, full: { rounds: 40, callers: 200 } });
  const place = await placeForLedgers();
  const line = await WeakLine.to(place.url);
  const [database, direct] = [await Database.open(line.url, { connections: 5 }), await Database.open(place.url)];
  try {
    const ledger = new PostgresLedger({ database, catalogue: firstCatalogue, gathering: { answerWithin: 300 } });
    const undisturbed = new PostgresLedger({ database: direct, catalogue: firstCatalogue });
    const untilAnswered = async (group: AppendGroup): Promise<AppendOutcome> => {
      for (;;) {
        try {
          return await ledger.append(group);
        } catch (error) {
          expect((error as Error).message).toBe('Query read timeout');
          run.count('sent again');
        }
      }
    };
    const authorities = ['fenmarch', 'wexcombe'];
    for (const authority of authorities) await undisturbed.open(authority, authority);
    for (let round = 0; round < rounds; round++) {
      const sent = Array.from({ length: callers }, (_, i) => command(run.random.pick(authorities), `contract:${round}-${i}`, 0));
      const answers = sent.map(untilAnswered);
      // In every other round the call has gone out: it is carried out, and nobody hears of it.
      if (round % 2 === 1) await line.nextRequest();
      line.fallSilent();
      run.count('silences');
      for (const { outcome } of await Promise.all(answers)) run.count(outcome);
      const again = await Promise.all(sent.map((one) => undisturbed.append(one)));
      expect(again.map(({ outcome }) => outcome)).toEqual(sent.map(() => 'repeated'));
    }
    const { rows } = await place.owner.query<{ entries: number }>('select count(*)::int as entries from ledger.event');
    expect(rows[0]!.entries).toBe(rounds * callers);
    for (const authority of authorities) expect((await undisturbed.verify(authority)).problems).toEqual([]);
  } finally {
    await line.close();
    await database.close();
    await direct.close();
    await place.drop();
  }
});
