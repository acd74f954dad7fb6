import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import type { AppendGroup, AppendOutcome } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { scenario, sized } from '../scenario.js';
import { placeForLedgers } from './load/place.js';
import { WeakLine } from './load/weak-line.js';

/** The bug: a connection that was not cut but went silent held up every append and every reading of its process, for ever. */
scenario('connections that go silent hold appends and readings up for a while, not for ever', async (run) => {
  const { rounds, callers, readers } = sized({ small: { rounds: 4, callers: 20, readers: 8 }, full: { rounds: 40, callers: 200, readers: 40 } });
  const place = await placeForLedgers();
  const line = await WeakLine.to(place.url);
  const [database, direct] = [await Database.open(line.url, { connections: 5, answerWithinMs: 300 }), await Database.open(place.url)];
  try {
    const ledger = new PostgresLedger({ database, catalogue: firstCatalogue, gathering: { answerWithin: 300 } });
    const undisturbed = new PostgresLedger({ database: direct, catalogue: firstCatalogue });
    const untilAnswered = async <Answer>(ask: () => Promise<Answer>, again: string): Promise<Answer> => {
      for (;;) {
        try {
          return await ask();
        } catch (error) {
          // the last is what the pool says where the silence came while it was connecting
          expect((error as Error).message).toMatch(/^(Query read timeout|timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/);
          run.count(again);
        }
      }
    };
    const appended = (group: AppendGroup): Promise<AppendOutcome> => untilAnswered(() => ledger.append(group), 'sent again');
    const read = (authority: string, instant: string): Promise<number> =>
      untilAnswered(async () => {
        const { position } = (await ledger.head(authority))!;
        expect(await ledger.positionAt(authority, instant)).toBeLessThanOrEqual(position);
        return position;
      }, 'read again');
    const authorities = ['fenmarch', 'wexcombe'];
    for (const authority of authorities) await undisturbed.open(authority, authority);
    for (let round = 0; round < rounds; round++) {
      const sent = Array.from({ length: callers }, (_, i) => command(run.random.pick(authorities), `contract:${round}-${i}`, 0));
      const before = new Date(Date.now() - 60_000).toISOString();
      const answers = sent.map(appended);
      // In every other round the call has gone out: it is carried out, and nobody hears of it.
      if (round % 2 === 1) await line.nextRequest();
      line.fallSilent();
      run.count('silences');
      // Appends have their connection by then; the others of the pool are silent too.
      await pause(5);
      const readings = Array.from({ length: readers }, () => read(run.random.pick(authorities), before));
      for (const { outcome } of await Promise.all(answers)) run.count(outcome);
      run.count('readings', (await Promise.all(readings)).length);
      const again = await Promise.all(sent.map((one) => undisturbed.append(one)));
      expect(again.map(({ outcome }) => outcome)).toEqual(sent.map(() => 'repeated'));
    }
    const { rows } = await place.owner.query<{ entries: number }>('select count(*)::int as entries from ledger.event');
    expect(rows[0]!.entries).toBe(rounds * callers);
    // It was silent when somebody appended, and when somebody read.
    expect(run.counted('sent again') + run.counted('repeated')).toBeGreaterThan(0);
    expect(run.counted('read again')).toBeGreaterThan(0);
    for (const authority of authorities) expect((await undisturbed.verify(authority)).problems).toEqual([]);
  } finally {
    await line.close();
    await database.close();
    await direct.close();
    await place.drop();
  }
});
