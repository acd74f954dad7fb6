import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue, note } from '#engine/ledger/conformance-events.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { scenario, sized } from '../scenario.js';
import { placeForLedgers } from './load/place.js';

/** Something that the database alone refuses: no code of ours knows of it, so it is met in the middle of a call. */
const poison = `create function ledger.poison() returns trigger language plpgsql as $$ begin
    if new.payload like '%poison%' then raise exception 'poisoned'; end if; return new;
  end $$;
  create trigger poison before insert on ledger.event for each row execute function ledger.poison()`;

scenario('a poisoned payload fails its own group, and nobody else of the same call', async (run) => {
  const { calls, groups, authorities } = sized({ small: { calls: 5, groups: 60, authorities: 3 }, full: { calls: 100, groups: 400, authorities: 20 } });
  const place = await placeForLedgers();
  const database = await Database.open(place.url, { connections: 10 });
  const sizes: number[] = [];
  try {
    const ledger = new PostgresLedger({ database: watching(database, sizes), catalogue: firstCatalogue });
    const names = Array.from({ length: authorities }, (_, i) => `authority-${i}`);
    for (const name of names) await ledger.open(name, name);
    await place.owner.query(poison);

    const due = new Map(names.map((name) => [name, 0]));
    const poisoned: ReturnType<typeof command>[] = [];
    for (let call = 0; call < calls; call++) {
      const sent = Array.from({ length: groups }, (_, i) => {
        const bad = i > 0 && run.random.chance(0.05);
        // The poison is in the last of its events: those before it are written, and must go.
        const events = bad ? [note('fine'), note('poison')] : [note('fine')];
        return { bad, group: command(run.random.pick(names), `contract:${call}-${i}`, 0, events) };
      });
      sizes.length = 0;
      const outcomes = await Promise.allSettled(sent.map(({ group }) => ledger.append(group)));
      // They travelled together, in two halves that take turns (or as many as one call takes), before they were parted.
      expect(sizes[0]).toBe(Math.min(groups / 2, 200));
      run.count('calls for them', sizes.length);
      for (const [i, { bad, group }] of sent.entries()) {
        expect(outcomes[i]).toMatchObject(bad ? { status: 'rejected', reason: { message: 'poisoned' } } : { status: 'fulfilled', value: { outcome: 'appended' } });
        if (bad) poisoned.push(group);
        else due.set(group.authority, due.get(group.authority)! + 1);
      }
      run.count('groups', groups);
      run.count('calls');
    }
    run.count('poisoned', poisoned.length);
    expect(poisoned.length).toBeGreaterThan(0);
    for (const [authority, entries] of due) {
      expect(await place.owner.query(entriesOf, [authority])).toMatchObject({ rows: [{ entries, last: entries, poisoned: 0 }] });
    }

    // Once the database takes it, the same command is appended: nothing of its failure was kept.
    await place.owner.query('drop trigger poison on ledger.event');
    const again = await Promise.all(poisoned.map((group) => ledger.append(group)));
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    for (const name of names) expect((await ledger.verify(name)).problems).toEqual([]);
  } finally {
    await database.close();
    await place.drop();
  }
});

const entriesOf = `select count(*)::int as entries, max(position)::int as last, count(*) filter (where payload like '%poison%')::int as poisoned
  from ledger.event where authority = $1`;

/** The database, with a note of how many groups each call of ledger.append holds. */
function watching(database: Database, sizes: number[]): Database {
  const query = (statement: { readonly name?: string }, values: readonly unknown[] = []): Promise<object[]> => {
    // The third parameter is an integer[] in binary: its length stands after twelve bytes.
    if (statement.name === 'ledger.append') sizes.push((values[2] as Buffer).readInt32BE(12));
    return database.query(statement as { name: string; text: string }, values);
  };
  return Object.create(database, { query: { value: query } }) as Database;
}
