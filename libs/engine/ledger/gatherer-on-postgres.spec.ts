import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#domain/kernel/refusal.js';
import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue, note } from './conformance-events.js';
import type { Ledger } from './ledger.js';

let there: LedgerDatabase;
let ledger: Ledger;

beforeAll(async () => {
  there = await ledgerDatabase(6);
});

beforeEach(async () => {
  ledger = there.ledger(firstCatalogue);
  for (const authority of ['held', 'free', 'also-free']) await ledger.open(authority, authority);
});

afterAll(() => there.close());

/** Holds an authority's head, as a hanging transaction elsewhere would, until let go. */
async function holding(authority: string, work: () => Promise<void>): Promise<void> {
  await there.owner.query('begin');
  await there.owner.query('select from ledger.head where authority = $1 for update', [authority]);
  try {
    await work();
  } finally {
    await there.owner.query('rollback');
  }
}

const at = async (authority: string): Promise<number> => (await ledger.head(authority))!.position;

describe('an authority whose head is held', () => {
  it('keeps nobody else waiting, and nobody unknown taken for busy', async () => {
    const before = await at('held');
    let settled = false;
    let waiting: Promise<unknown> = Promise.resolve();
    await holding('held', async () => {
      waiting = Promise.all([1, 2, 3].map((i) => ledger.append(command('held', `contract:H${i}`, 0)))).then((all) => {
        settled = true;
        return all;
      });
      for (let version = 0; version < 30; version++) {
        const outcomes = await Promise.all([
          ledger.append(command('free', 'contract:C01', version)),
          ledger.append(command('also-free', 'contract:C01', version)),
          ledger.append(command('nowhere', 'contract:C01', version)),
        ]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'unknown authority']);
      }
      // Longer than the server waits for a lock by itself: the lane asks again.
      await pause(1_300);
      expect(settled).toBe(false);
    });
    expect(await waiting).toMatchObject([{ outcome: 'appended' }, { outcome: 'appended' }, { outcome: 'appended' }]);
    expect(await at('held')).toBe(before + 3);
  });

  it('is given up after a while, with nothing recorded', async () => {
    const impatient = there.ledger(firstCatalogue, { gathering: { patience: 300 } });
    const before = await at('held');
    await holding('held', async () => {
      await expect(impatient.append(command('held', 'contract:G', 0))).rejects.toThrow(Refusal);
      await expect(
        impatient.import({
          ...command('held', 'contract:G', 0),
          expectedVersions: new Map([['contract:G', 0]]),
          events: [{ stream: 'contract:G', event: note('x') }],
          references: [],
        }),
      ).rejects.toThrow(/kept locked/);
      await expect(impatient.erase(command('held', 'contract:G', 0), [])).rejects.toThrow(/kept locked/);
    });
    expect(await at('held')).toBe(before);
  });

  it('leaves others their connections, however many heads are held', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `held-${i}`);
    for (const authority of many) await ledger.open(authority, authority);
    await there.owner.query('begin');
    await there.owner.query("select from ledger.head where authority like 'held-%' for update");
    const waiting = Promise.all(many.map((authority) => ledger.append(command(authority, 's', 0))));
    await pause(100);
    for (let i = 0; i < 20; i++) expect(await ledger.append(command('free', `contract:many${i}`, 0))).toMatchObject({ outcome: 'appended' });
    await there.owner.query('rollback');
    expect((await waiting).every(({ outcome }) => outcome === 'appended')).toBe(true);
  }, 30_000);
});

describe('a call that raises', () => {
  it('fails for the poisoned group alone', async () => {
    // The database alone refuses this one: a check that no code of ours knows of.
    await there.owner.query(
      `create function ledger.poison() returns trigger language plpgsql as $$ begin
         if new.payload like '%poison%' then raise exception 'poisoned'; end if; return new;
       end $$;
       create trigger poison before insert on ledger.event for each row execute function ledger.poison()`,
    );
    try {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) => ledger.append(command('free', `contract:P${i}`, 0, [note(i === 17 ? 'poison' : 'fine')]))),
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(outcomes[17]).toMatchObject({ status: 'rejected', reason: { message: 'poisoned' } });
      expect(await ledger.readStream('free', 'contract:P17')).toEqual([]);
      expect(await ledger.readStream('free', 'contract:P18')).toHaveLength(1);
    } finally {
      await there.owner.query('drop trigger poison on ledger.event; drop function ledger.poison()');
    }
  });

  it('is sent again where the connection was cut, and records nothing twice', async () => {
    const before = await at('free');
    const commands: ReturnType<typeof command>[] = [];
    let cut = 0;
    // on a busy machine a call may be over whenever it is looked for: then there are more
    for (let round = 0; round < 20 && cut === 0; round++) {
      const more = Array.from({ length: 600 }, (_, i) => command('free', `contract:cut${round}-${i}`, 0));
      commands.push(...more);
      let going = true;
      const appending = Promise.allSettled(more.map((one) => ledger.append(one))).finally(() => (going = false));
      while (going && cut < 2) {
        const { rows } = await there.owner.query<{ cut: boolean }>(
          `select pg_terminate_backend(pid) as cut from pg_stat_activity
            where datname = current_database() and usename = 'svl_app' and state = 'active' and query like '%ledger.append%'`,
        );
        cut += rows.length;
      }
      await appending;
    }
    expect(cut).toBeGreaterThan(0);
    const again = await Promise.all(commands.map((one) => ledger.append(one)));
    expect(again.filter(({ outcome }) => outcome !== 'repeated' && outcome !== 'appended')).toEqual([]);
    expect(await at('free')).toBe(before + commands.length);
    expect((await ledger.verify('free')).problems).toEqual([]);
  });
});

describe('a call', () => {
  it('holds at most one group of a stream, a command id and a reference, and so many groups and bytes', async () => {
    const calls: number[] = [];
    const { query } = there.database;
    const counting = Object.create(there.database, {
      query: {
        value: (statement: { name?: string }, values: readonly unknown[]) => {
          // The third parameter is an integer[] in binary: its length stands after twelve bytes.
          if (statement.name === 'ledger.append') calls.push((values[2] as Buffer).readInt32BE(12));
          return query.call(there.database, statement as { name: string; text: string }, values);
        },
      },
    }) as typeof there.database;
    const { PostgresLedger } = await import('./postgres-ledger.js');
    const small = new PostgresLedger({ database: counting, catalogue: firstCatalogue, gathering: { groups: 10, bytes: 100_000 } });

    await Promise.all(Array.from({ length: 25 }, (_, i) => small.append(command('free', `contract:n${i}`, 0))));
    expect(calls).toEqual([10, 10, 5]);
    calls.length = 0;
    const same = command('free', 'contract:same', 0);
    await Promise.all([same, same, same].map((one) => small.append(one)));
    expect(calls).toEqual([1, 1, 1]);
    calls.length = 0;
    const references = [{ kind: 'contract', reference: 'R', stream: 's' }];
    await Promise.all([1, 2].map((i) => small.append(command('free', `contract:r${i}`, 0, [note('x')], references))));
    expect(calls).toEqual([1, 1]);
    calls.length = 0;
    const long = 'x'.repeat(60_000);
    await Promise.all([1, 2, 3].map((i) => small.append(command('free', `contract:l${i}`, 0, [note(long)]))));
    expect(calls).toEqual([1, 1, 1]);
  });
});

describe('a clock that jumps forward', () => {
  it('is told of once', async () => {
    const said: string[] = [];
    const watched = there.ledger(firstCatalogue, { log: { warn: (_, message) => said.push(message) } });
    await watched.append(command('also-free', 'contract:clock', 0));
    await watched.append(command('also-free', 'contract:clock', 1));
    expect(said).toEqual([]);
    // Another process writes an entry by a clock that runs an hour ahead.
    const ahead = there.ledger(firstCatalogue, { clock: { now: () => new Date(Date.now() + 3_600_000).toISOString() } });
    await ahead.append(command('also-free', 'contract:clock', 2));
    await watched.append(command('also-free', 'contract:clock', 3));
    await watched.append(command('also-free', 'contract:clock', 4));
    expect(said).toEqual([expect.stringMatching(/^The clock jumped forward by 3\d{3} s: entries of also-free/)]);
    expect((await watched.verify('also-free')).problems).toEqual([]);
  });
});
