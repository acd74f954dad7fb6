import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#domain/kernel/refusal.js';
import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import type { CallOutcome } from './append-call.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue, note } from './conformance-events.js';
import { type EncodedGroup, encodeGroup } from './encoded-group.js';
import { EventCodec } from './event-codec.js';
import { Gatherer, gathererDefaults } from './gatherer.js';
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

describe('a head that is busy for a moment', () => {
  it('is not waited for behind heads that are held for long, however many', async () => {
    const waitedFor = new Set<string>();
    const letGo: (() => void)[] = [];
    const answered = (groups: readonly EncodedGroup[]): CallOutcome[] => groups.map(() => ({ outcome: 'unknown authority' }));
    let asked = 0;
    /** The held ones are busy whenever they are asked for, and then waited for until they are let go of; the other one is busy twice. */
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      const [{ authority }] = groups as [EncodedGroup];
      const isHeld = authority.startsWith('held');
      if (wait) waitedFor.add(authority);
      if (isHeld ? !wait : ++asked <= 2) return groups.map(() => ({ outcome: 'busy' as const }));
      if (isHeld) await new Promise<void>((resolve) => letGo.push(resolve));
      return answered(groups);
    };
    const gatherer = new Gatherer(send, gathererDefaults);
    const append = (authority: string) => gatherer.append(encodeGroup(new EventCodec(firstCatalogue), command(authority, 's', 0), new Date().toISOString()));
    const held = Array.from({ length: 6 }, (_, i) => append(`held-${i}`));
    while (letGo.length < 2) await pause(1);
    expect(await append('free')).toEqual({ outcome: 'unknown authority' });
    expect(waitedFor.has('free')).toBe(false);
    for (let released = 0; released < held.length; await pause(1)) {
      const waiting = letGo.splice(0);
      for (const one of waiting) one();
      released += waiting.length;
    }
    await Promise.all(held);
  });
});

/** A group as the gatherer takes it: one note at the beginning of a stream. */
const groupOf = (authority: string, stream: string): EncodedGroup =>
  encodeGroup(new EventCodec(firstCatalogue), command(authority, stream, 0), new Date().toISOString());

/** What the server says when it refuses rows, or ends a connection. */
const saidByTheServer = (code: string, message: string): Error => Object.assign(new pg.DatabaseError(message, 0, 'error'), { code, severity: 'ERROR' });
const refusedConnection = (): Error => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED', syscall: 'connect' });
const cut = (): Error => new Error('Connection terminated unexpectedly');

describe('a group whose call was lost', () => {
  it('is not told that nothing was recorded, when the head that the lost call may still hold is waited for in vain', async () => {
    let calls = 0;
    const send = (groups: readonly EncodedGroup[]) =>
      ++calls === 1 ? Promise.reject(cut()) : Promise.resolve(groups.map(() => ({ outcome: 'busy' as const })));
    const gatherer = new Gatherer(send, { ...gathererDefaults, patience: 50 });
    await expect(gatherer.append(groupOf('held', 'contract:lost'))).rejects.toThrow('Connection terminated unexpectedly');
    expect(calls).toBeGreaterThan(2);
  });

  /** The bug: the failure of the second call was told, after which nothing is recorded, and the first one’s was forgotten. */
  it.each([
    ['terminated, then ECONNREFUSED', cut, refusedConnection],
    ['terminated, then no room', cut, () => saidByTheServer('53300', 'sorry, too many clients already')],
    ['terminated, then starting up', cut, () => saidByTheServer('57P03', 'the database system is starting up')],
    ['terminated, then refused', cut, () => saidByTheServer('53100', 'disk full')],
    ['ended by the server, then ECONNREFUSED', () => saidByTheServer('57P01', 'terminating connection due to administrator command'), refusedConnection],
  ])('is not told that nothing was recorded: %s', async (_, first, then) => {
    for (const many of [1, 5]) {
      let calls = 0;
      const gatherer = new Gatherer(() => Promise.reject(++calls === 1 ? first() : then()));
      const outcomes = await Promise.allSettled(Array.from({ length: many }, (__, i) => gatherer.append(groupOf('fenmarch', `contract:${i}`))));
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { message: first().message } });
      }
    }
  });

  it('is not sent again for ever: two calls, and the rest is hopeless', async () => {
    let calls = 0;
    const gatherer = new Gatherer(() => (calls++, Promise.reject(cut())));
    await Promise.allSettled(Array.from({ length: 200 }, (_, i) => gatherer.append(groupOf('fenmarch', `contract:${i}`))));
    // Of the two calls that 200 groups make, each is sent twice.
    expect(calls).toBe(4);
  });
});

describe('two halves that take turns', () => {
  const answer = (groups: readonly EncodedGroup[]): CallOutcome[] => groups.map(() => ({ outcome: 'unknown authority' }));

  /** Callers who append one group after the other, and a database that answers each call after a while: what happened, in order. */
  async function played(callers: number, each: number, failing: (call: number) => Error | undefined = () => undefined) {
    const happened: string[] = [];
    const sizes: number[] = [];
    const send = async (groups: readonly EncodedGroup[]): Promise<readonly CallOutcome[]> => {
      const call = sizes.push(groups.length);
      // The pool hands a call to its connection in the next tick.
      await new Promise<void>((handed) => process.nextTick(handed));
      happened.push(`sent ${groups.length}`);
      await pause(5);
      happened.push('answered');
      const failure = failing(call);
      if (failure) throw failure;
      return answer(groups);
    };
    const gatherer = new Gatherer(send);
    const served = Array.from({ length: callers }, () => 0);
    const failures: unknown[] = [];
    await Promise.all(
      served.map(async (_, caller) => {
        for (let nth = 0; nth < each; nth++) {
          await gatherer.append(groupOf('fenmarch', `contract:${caller}-${nth}`)).catch((failure: unknown) => failures.push(failure));
          happened.push('woke');
          served[caller]!++;
        }
      }),
    );
    return { happened, sizes, served, failures };
  }

  it('have the next call on its way before those wake who were answered', async () => {
    const { happened, sizes, served } = await played(100, 4);
    expect(sizes).toEqual(Array.from({ length: 8 }, () => 50));
    const afterAnswers = happened.flatMap((what, i) => (what === 'answered' ? [happened[i + 1]] : []));
    // The last one has nobody behind it.
    expect(afterAnswers).toEqual([...Array.from({ length: 7 }, () => 'sent 50'), 'woke']);
    expect(served).toEqual(served.map(() => 4));
  });

  it('are one where they would be small', async () => {
    const { sizes } = await played(30, 3);
    expect(sizes).toEqual([30, 30, 30]);
  });

  it('leave nobody out when they are more than a call holds', async () => {
    const { sizes, served } = await played(700, 3);
    expect(Math.max(...sizes)).toBe(200);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2_100);
    expect(served).toEqual(served.map(() => 3));
  });

  it('go on when one of them fails, and only its own are told', async () => {
    const { failures, served } = await played(100, 3, (call) => (call === 2 || call === 3 ? cut() : undefined));
    expect(failures).toHaveLength(50);
    expect(served).toEqual(served.map(() => 3));
  });

  /** The bug: the next call took along who came later to an authority that the last one had found busy. */
  it('let nobody overtake who waits for a busy head', async () => {
    const order: string[] = [];
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      await pause(1);
      const first = order.length === 0 && !wait;
      for (const { authority, commandId } of groups) if (authority === 'busy' && !(first && !wait)) order.push(commandId);
      return groups.map(({ authority }) => (authority === 'busy' && first ? { outcome: 'busy' } : { outcome: 'unknown authority' }));
    };
    const gatherer = new Gatherer(send);
    const mine = ['one', 'two', 'three'].map((commandId) => ({ ...groupOf('busy', 'contract:same'), commandId }));
    const all = [mine[0]!, ...Array.from({ length: 90 }, (_, i) => groupOf('free', `contract:${i}`)), ...mine.slice(1)];
    await Promise.all(all.map((group) => gatherer.append(group)));
    expect(order).toEqual(['one', 'two', 'three']);
  });

  /** The bug: who had waited in vain was put behind those who came to the same stream meanwhile. */
  it('nor in its lane', async () => {
    const order: string[] = [];
    let waits = 0;
    const arriving: Promise<unknown>[] = [];
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      if (wait && ++waits === 1) arriving.push(gatherer.append({ ...groupOf('busy', 'contract:same'), commandId: 'two' }));
      await pause(1);
      if (waits < 2) return groups.map(() => ({ outcome: 'busy' }));
      order.push(...groups.map(({ commandId }) => commandId));
      return answer(groups);
    };
    const gatherer: Gatherer = new Gatherer(send);
    await gatherer.append({ ...groupOf('busy', 'contract:same'), commandId: 'one' });
    await Promise.all(arriving);
    expect(order).toEqual(['one', 'two']);
  });
});

describe('a poisoned group', () => {
  /** Calls until all are answered, with these of so many poisoned. */
  async function callsWith(many: number, poisoned: readonly number[]) {
    let calls = 0;
    const gatherer = new Gatherer((groups) => {
      calls++;
      const bad = groups.some(({ writes }) => poisoned.includes(Number(writes[0]!.stream)));
      return bad ? Promise.reject(saidByTheServer('P0001', 'poisoned')) : Promise.resolve(groups.map(() => ({ outcome: 'unknown authority' })));
    });
    const outcomes = await Promise.allSettled(Array.from({ length: many }, (_, i) => gatherer.append(groupOf('fenmarch', String(i)))));
    return { calls, failed: outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : [])) };
  }

  /** The bug: 200 groups were sent again one by one for it, while everybody else waited. */
  it('is found in some calls, wherever it is', async () => {
    for (const place of [0, 1, 20, 38, 39]) {
      const { calls, failed } = await callsWith(40, [place]);
      expect(failed).toEqual([place]);
      expect(calls).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(40)) + 1);
    }
  });

  it('fails alone in a full call', async () => {
    // Two calls of 200, of which one is refused.
    const { calls, failed } = await callsWith(400, [333]);
    expect(failed).toEqual([333]);
    expect(calls).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(200)) + 2);
  });

  it('fails with all others of its kind, and nobody else', async () => {
    const { failed } = await callsWith(40, [0, 7, 8, 39]);
    expect(failed).toEqual([0, 7, 8, 39]);
  });
});

describe('patience', () => {
  /** The bug: it was looked at only after a call, and with many held heads each had its turn in minutes. */
  it('comes to an end also for who waits behind many other held heads', async () => {
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      await pause(wait ? 100 : 1);
      return groups.map(() => ({ outcome: 'busy' }));
    };
    const gatherer = new Gatherer(send, { ...gathererDefaults, patience: 300 });
    const began = performance.now();
    let attempts = 0;
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => gatherer.append(groupOf(`held-${i}`, 's')).finally(() => attempts++)));
    expect(attempts).toBe(40);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'Refusal', message: expect.stringContaining('kept locked') as string } });
    // 40 turns of 100 ms at two places take two seconds.
    expect(performance.now() - began).toBeLessThan(1_500);
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
